"""What a plan of the glass is drawn on: its size, the theme's measures at that size, and the reader's side."""

import math

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize

from kiosk.screen.layout.cut import find_product
from kiosk.screen.layout.plan import Plan
from kiosk.theming.tokens import Tokens

POOL = 1.06
"""How wide a lying picture is around its product, which stands right of its middle, as a share of its height."""

TAB_BELOW = 0.62
"""How high the reader's tab is at the foot of the glass, as a share of its width at a side."""

TICK = 2.0
"""How wide the tick is, in the size of the headline below it; it is half as high."""

SILL = 0.4
"""Of the margin: what is left free above controls."""

UNITS = 135
"""How many units, by which controls are measured, the glass's shorter side has at least."""

EDGE = 0.9
"""Of the margin: what is free above a print and below it at least."""

NAME = 1.3
"""How high the name on a print is, in the size of its type."""

TWO_TEXTS = 1.3
"""A text and another one below it need the leading of that at least."""


class Canvas(Struct, frozen=True):
    """The tokens at this display's size, that size in pixels, and where the reader is.

    `foot` is what it is lower than the glass, for the controls of the moment of keeping to stand there.
    """

    tokens: Tokens
    width: int
    height: int
    side: str
    foot: float = 0.0

    @property
    def size(self) -> QSize:
        """The whole glass."""
        return QSize(self.width, self.height)

    @property
    def unit(self) -> float:
        """What controls are measured by: eight pixels of 1080, so that no theme makes them too small to touch."""
        return max(self.tokens.step, min(self.width, self.height) / UNITS)

    @property
    def column(self) -> float:
        """Landscape: the width of the text's share, on the grid."""
        return math.floor(self.width * self.tokens.column / self.tokens.step) * self.tokens.step

    @property
    def tab(self) -> float:
        """What the reader's tab takes from a headline at its side."""
        return self.tokens.tab + self.tokens.step * 5

    @property
    def start(self) -> float:
        """Where what keeps clear of a tab at the left begins."""
        return self.tab if self.side == "left" else self.tokens.margin

    @property
    def end(self) -> float:
        """Where what keeps clear of a tab at the right ends."""
        return self.width - (self.tab if self.side == "right" else self.tokens.margin)

    @property
    def head(self) -> float:
        """Portrait: where the text's share of the height begins."""
        return self.height * (1 - self.tokens.foot)

    @property
    def bottom(self) -> float:
        """Portrait, and whatever must be packed as tight: where the words end."""
        return self.height - self.tokens.margin * 0.75

    @property
    def rest(self) -> float:
        """The same, above a tab at the foot."""
        tab = self.tokens.tab * TAB_BELOW + self.tokens.step * 6
        return min(self.bottom, self.height - tab) if self.side == "below" else self.bottom

    @property
    def sill(self) -> float:
        """Portrait: what the moment of keeping leaves free at its foot; less, where controls stand below it."""
        return self.tokens.margin * (SILL if self.foot else 1)

    @property
    def keeping(self) -> float:
        """How high the tick, one line of headline and two of text are at the moment of keeping."""
        tokens = self.tokens
        texts = tokens.lead * max(tokens.leading, TWO_TEXTS) * 2.8
        return tokens.headline * (TICK / 2 + NAME) + texts + tokens.step * 9

    @property
    def cut(self) -> float:
        """Landscape: the side of the picture in a print, the theme's own unless there is less height for it."""
        return min(self.tokens.kept, self.height - self.tokens.margin * EDGE - self.mat)

    @property
    def mat(self) -> float:
        """What a print is higher than the picture in it."""
        return self.tokens.step * 9 + self.tokens.title * 0.8 * NAME

    @property
    def lift(self) -> float:
        """What a tab at the foot moves up."""
        return self.bottom - self.rest


def span(left: float, top: float, right: float, bottom: float) -> QRectF:
    """The rectangle between these edges."""
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def frame(plan: Plan, window: QRectF) -> Plan:
    """The same with its picture in a window, around which lies the ground."""
    edges = window.toRect()
    return replace(plan, window=edges, product=find_product(edges), sun=window, framed=True)


def pool(x: float, height: float) -> QRectF:
    """A window from the upper edge on, as wide as a lying picture reaches to both sides of its product."""
    return span(x - height * POOL / 2, 0, x + height * POOL / 2, height)
