"""The arrangements on glass that is many times as wide as high, such as a shelf's edge: all stands abreast."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.screen.layout.canvas import POOL, Canvas, frame, span
from kiosk.screen.layout.plan import Plan

PICTURE = 1.4
"""A lying picture is wider than that around its product, and would take the words' room."""

CARD = 1.2
"""Of the code's least side: what its card takes at most, whose modules are whole pixels."""

WIDEST = 0.4
"""Of the glass: what a picture takes at most."""

HEAD = 0.56
"""Of the words' width: what the headline takes, beside the price."""

TICK = 1.2
"""How wide the tick is, in the size of the headline below it: there is less height."""

PRINT = 0.5
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
    left, turn, split = (words.left() + words.width() * share for share in (0, HEAD, PRINT))
    end = max(words.right(), code.right()) if "wc" in ORDERS[arrangement] else words.right()
    plan = Plan(
        window=places.picture.toRect(),
        calm=words.toRect(),
        product=places.picture,
        sun=places.picture,
        head=span(left, words.top(), turn, words.bottom()),
        foot=span(turn + canvas.tokens.margin, words.top(), words.right(), words.bottom()),
        code=code.bottomRight(),
        saved=span(left, words.top(), split - canvas.tokens.margin, words.bottom()),
        claim=span(split, words.top(), end, words.bottom()),
        kept=QPointF(places.picture.center().x(), canvas.height / 2),
        cut=QSizeF(canvas.tokens.kept, canvas.tokens.kept),
        tick=canvas.tokens.headline * TICK,
        lines=2.0,
        code_place="apart",
        abreast=True,
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
