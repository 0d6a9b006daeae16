"""The arrangements on glass that is many times as wide as high, such as a shelf's edge: all stands abreast."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSizeF

from kiosk.screen.layout.canvas import POOL, Canvas, frame, span
from kiosk.screen.layout.keys import measure_column
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

TURN = 0.5
"""Of what the print leaves: what the words of the moment of keeping take, beside the code that goes with them."""

MAT = 6
"""What a print is wider than the picture in it, in steps."""

AIR = 1.5
"""Between a print and words that follow it, in margins."""


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
    turn = words.left() + words.width() * HEAD
    moment = _divide_moment(canvas)
    plan = Plan(
        window=places.picture.toRect(),
        calm=words.toRect(),
        product=places.picture,
        sun=places.picture,
        head=span(words.left(), words.top(), turn, words.bottom()),
        foot=span(turn + canvas.tokens.margin, words.top(), words.right(), words.bottom()),
        code=code.bottomRight(),
        saved=moment.words,
        claim=moment.code,
        kept=moment.picture.center(),
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


def _divide_moment(canvas: Canvas) -> Places:
    """The same of the moment of keeping: its print stands at an end, as the picture did, and the code by the words."""
    margin, side = canvas.tokens.margin, canvas.tokens.kept + canvas.tokens.step * MAT
    begin, end = margin, canvas.width - margin - measure_column(canvas)
    if ORDERS[canvas.tokens.arrangement].startswith("p"):
        picture = span(begin, 0, begin + side, canvas.height)
        begin = picture.right() + margin * AIR
    else:
        picture = span(end - side, 0, end, canvas.height)
        end = picture.left() - margin
    turn = begin + (end - begin) * TURN
    words = span(begin, margin, turn - margin, canvas.height - margin)
    return Places(picture, words, span(turn, margin, end, canvas.height - margin))


ORDERS = {"left": "wcp", "right": "pwc", "centred": "pwc", "poster": "wpc"}
