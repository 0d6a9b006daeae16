"""The arrangements on glass that is many times as wide as high, such as a shelf's edge: all stands abreast."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from kiosk.screen.layout.canvas import POOL, Canvas, frame, span
from kiosk.screen.layout.plan import Plan

PICTURE = 16 / 9
"""A picture that is wider for its height would lose the upper and the lower edge of its product."""

CARD = 1.2
"""Of the code's least side: what its card takes at most, whose modules are whole pixels."""

WIDEST = 0.4
"""Of the glass: what a picture takes at most."""

PRINT = 0.55
"""Of the words' width: what the words of the moment of keeping take, beside the code that goes with them."""


class Places(Struct, frozen=True):
    """What stands abreast: the picture, the words, the code."""

    picture: QRectF
    words: QRectF
    code: QRectF


def lay_abreast(canvas: Canvas) -> Plan:
    """The theme's arrangement: which of the three comes first."""
    arrangement = canvas.tokens.arrangement
    places = _divide(canvas, ORDERS[arrangement])
    words, code = places.words, places.code
    left, split = words.left(), words.left() + words.width() * PRINT
    plan = Plan(
        window=places.picture.toRect(),
        calm=words.toRect(),
        product=places.picture,
        sun=places.picture,
        head=words,
        foot=words,
        code=code.bottomRight(),
        saved=span(left, words.top(), split, words.bottom()),
        claim=span(split, words.top(), max(words.right(), code.right()), words.bottom()),
        kept_x=places.picture.center().x(),
        lines=1.0,
        code_place="apart",
        centred=arrangement == "centred",
    )
    return replace(frame(plan, places.picture), framed=arrangement != "left")


def _divide(canvas: Canvas, order: str) -> Places:
    """Places from left to right, named by their first letters; the words take what the others leave."""
    margin = canvas.tokens.margin
    begin, end = canvas.start, canvas.end - canvas.tokens.step * 2
    top = margin if canvas.tokens.arrangement == "right" else 0
    shape = POOL if canvas.tokens.arrangement == "centred" else PICTURE
    widths = {"p": min((canvas.height - top * 2) * shape, canvas.width * WIDEST), "c": canvas.tokens.code * CARD}
    widths["w"] = end - begin - sum(widths.values()) - margin * 2
    spans: dict[str, QRectF] = {}
    for name in order:
        inset = top if name == "p" else margin
        spans[name] = span(begin, inset, begin + widths[name], canvas.height - inset)
        begin = spans[name].right() + margin
    return Places(spans["p"], spans["w"], spans["c"])


ORDERS = {"left": "wcp", "right": "pwc", "centred": "pwc", "poster": "wpc"}
