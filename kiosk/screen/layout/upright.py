"""The arrangements on glass that is higher than wide."""

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from kiosk.screen.layout.calm import find_calm_side
from kiosk.screen.layout.canvas import POOL, TICK, Canvas, frame, pool, span
from kiosk.screen.layout.plan import Plan
from kiosk.theming.tokens import Tokens

PRODUCT_Y = 0.42
"""Where the product stands in a picture, as a share of its height."""

NARROW_LINES = 1.5
"""Between a product and a price there is room for one line of headline, or for two smaller ones."""

TAB_HEIGHT = 1.3
"""Of the reader's tab at a side, as a share of its width."""

CODE = 1.1
"""How high a code's card is without a line on it, in the code's least side: its modules are whole pixels."""

CAPTIONED = 1.6
"""The same, with the line of the moment of keeping on it."""

WIDE = 1.3
"""A print that is more times as wide as high would cut the product in its picture."""

LINES = 3.6
"""How high three lines of text are, in the size of their type and its leading."""

CAPTION = 3.2
"""How high the line on a code's card is at most, in the size of its type."""


def stand(canvas: Canvas) -> Plan:
    """The theme's arrangement."""
    return STANDING[canvas.tokens.arrangement](canvas)


def _stand_left(canvas: Canvas) -> Plan:
    width, height, margin = canvas.width, canvas.height, canvas.tokens.margin
    words = span(margin, canvas.head, width - margin, canvas.bottom)
    saved = span(margin, margin, width - margin, height - canvas.sill)
    kept = span(margin, margin + canvas.keeping, width - margin, saved.bottom() - canvas.tokens.code * CODE)
    tall = kept.height() - canvas.mat - canvas.tokens.step * 8
    wide = min(kept.width() - canvas.tokens.step * 6, tall * WIDE)
    return Plan(
        window=QRect(0, 0, width, height),
        calm=find_calm_side(canvas.size),
        product=QRectF(0, height * PRODUCT_Y - width / 2, width, width),
        sun=span(0, height * 0.06, width, height * 0.76),
        head=words,
        foot=words,
        code=words.bottomRight(),
        saved=saved,
        claim=saved,
        kept=QPointF(margin + wide / 2 + canvas.tokens.step * 3, kept.center().y()),
        cut=QSizeF(wide, tall),
        tick=canvas.tokens.headline * TICK,
        lines=1.0 if canvas.lift else NARROW_LINES,
        stacked=True,
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
    below = height - canvas.sill
    claim = below - canvas.tokens.code * CAPTIONED
    side = min(canvas.tokens.kept, claim - canvas.keeping - canvas.mat - margin - canvas.tokens.step * 11)
    top = margin + side + canvas.mat
    return replace(
        frame(_stand_left(canvas), _find_pool(canvas)),
        head=words,
        foot=words,
        code=QPointF(width / 2, canvas.bottom),
        code_pivot=0.5,
        code_place="below",
        saved=span(margin, top + canvas.tokens.step * 6, width - margin, canvas.bottom),
        claim=span(margin, margin, width - margin, below),
        kept=QPointF(width / 2, (margin + top) / 2),
        cut=QSizeF(side, side),
        centred=True,
        captioned=True,
    )


def _find_pool(canvas: Canvas) -> QRectF:
    """The picture's disc, beside the reader's tab and not behind it."""
    lower = canvas.height * 0.41 - canvas.lift
    tall = min(lower, (canvas.end - canvas.start) / POOL)
    return pool((canvas.start + canvas.end) / 2, tall).translated(0, lower - tall)


def _stand_poster(canvas: Canvas) -> Plan:
    """As it lies: the headline and the reader's tab above the picture, the price and the code below it."""
    tokens = canvas.tokens
    below = canvas.rest - tokens.code - tokens.label * CAPTION - tokens.margin * 0.5
    above = round(max(below - canvas.head, tokens.margin + _find_heading(tokens)))  # as the window's edge
    plan = frame(_stand_left(canvas), span(0, above, canvas.width, below))
    foot = span(tokens.margin, below + tokens.margin * 0.75, canvas.width - tokens.margin, canvas.bottom)
    return replace(
        plan,
        head=span(canvas.start, tokens.margin, canvas.end, above),
        foot=foot,
        lines=2.0,
    )


def _find_heading(tokens: Tokens) -> float:
    """What a headline of two lines with a text of three, or the reader's tab beside it, takes of the height."""
    return max(tokens.tab * TAB_HEIGHT, tokens.headline * 2 + tokens.lead * tokens.leading * LINES + tokens.step * 6)


STANDING = {"left": _stand_left, "right": _stand_right, "centred": _stand_centred, "poster": _stand_poster}
