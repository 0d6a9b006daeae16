"""The arrangements on glass that is higher than wide."""

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF

from kiosk.screen.layout.calm import find_calm_side
from kiosk.screen.layout.canvas import Canvas, frame, pool, span
from kiosk.screen.layout.plan import Plan
from kiosk.theming.tokens import Tokens

PRODUCT_Y = 0.42
"""Where the product stands in a picture, as a share of its height."""

NARROW_LINES = 1.5
"""Between a product and a price there is room for one line of headline, or for two smaller ones."""

TAB_HEIGHT = 1.3
"""Of the reader's tab at a side, as a share of its width."""

CAPTION = 3.2
"""How high the line on a code's card is at most, in the size of its type."""


def stand(canvas: Canvas) -> Plan:
    """The theme's arrangement."""
    return STANDING[canvas.tokens.arrangement](canvas)


def _stand_left(canvas: Canvas) -> Plan:
    width, height, margin = canvas.width, canvas.height, canvas.tokens.margin
    words = span(margin, canvas.head, width - margin, canvas.bottom)
    saved = span(margin, margin, width - margin, height - margin)
    return Plan(
        window=QRect(0, 0, width, height),
        calm=find_calm_side(canvas.size),
        product=QRectF(0, height * PRODUCT_Y - width / 2, width, width),
        sun=span(0, 0, width, height * 0.72),
        head=words,
        foot=words,
        code=words.bottomRight(),
        saved=saved,
        claim=saved,
        kept_x=width / 2,
        lines=1.0 if canvas.lift else NARROW_LINES,
        framed=False,
    )


def _stand_right(canvas: Canvas) -> Plan:
    """The picture hangs beside the reader's tab, not behind it."""
    margin = canvas.tokens.margin
    window = span(canvas.start, margin, canvas.end, canvas.head - margin * 0.75)
    return replace(frame(_stand_left(canvas), window), lines=2.0)


def _stand_centred(canvas: Canvas) -> Plan:
    width, height, margin = canvas.width, canvas.height, canvas.tokens.margin
    words = span(margin, height * 0.42 - canvas.lift, width - margin, canvas.bottom)
    return replace(
        frame(_stand_left(canvas), pool(width / 2, height * 0.41 - canvas.lift)),
        head=words,
        foot=words,
        code=QPointF(width / 2, canvas.bottom),
        code_pivot=0.5,
        code_place="below",
        centred=True,
    )


def _stand_poster(canvas: Canvas) -> Plan:
    """As it lies: the headline and the reader's tab above the picture, the price and the code below it."""
    tokens = canvas.tokens
    below = canvas.rest - tokens.code - tokens.label * CAPTION - tokens.margin * 0.5
    above = max(below - canvas.head, tokens.margin + _find_heading(tokens))
    plan = frame(_stand_left(canvas), span(0, above, canvas.width, below))
    foot = span(tokens.margin, below + tokens.margin * 0.75, canvas.width - tokens.margin, canvas.bottom)
    return replace(
        plan,
        head=span(canvas.start, tokens.margin, canvas.end, above),
        foot=foot,
        lines=2.0,
    )


def _find_heading(tokens: Tokens) -> float:
    """What a headline of two lines with a text, or the reader's tab beside it, takes of the height."""
    return max(tokens.tab * TAB_HEIGHT, tokens.headline * 2 + tokens.lead * 1.6 + tokens.step * 3)


STANDING = {"left": _stand_left, "right": _stand_right, "centred": _stand_centred, "poster": _stand_poster}
