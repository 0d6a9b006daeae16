"""How an arrangement becomes a plan of the glass: left, right, centred or poster, lying or upright."""

import math

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from kiosk.screen.backdrop import find_calm_side
from kiosk.screen.plan import Plan
from kiosk.theming.tokens import Tokens

PRODUCT_X = 0.73
"""The middle of what is not calm in a landscape picture, as a share of its width."""

PRODUCT_Y = 0.42
"""Where the product stands in a portrait picture, as a share of its height."""

POOL = 1.06
"""How wide a lying picture is around its product, which stands right of its middle, as a share of its height."""

ABREAST = 1.8
"""Landscape: from so many widths of the code on, a price and the code stand beside each other."""

ROOMY = 0.42
"""From this share of a portrait on there is room for a headline of two lines."""


class Glass(Struct, frozen=True):
    """What a plan depends on: the tokens at this display's size, that size in pixels, and the reader's side."""

    tokens: Tokens
    width: int
    height: int
    side: str

    @property
    def column(self) -> float:
        """Landscape: the width of the text's share, on the grid."""
        return math.floor(self.width * self.tokens.column / self.tokens.step) * self.tokens.step

    @property
    def tab(self) -> float:
        """Landscape: what the reader's tab takes from a headline at its side."""
        return self.tokens.tab + self.tokens.step * 5

    @property
    def start(self) -> float:
        """Landscape: where a headline at the left begins."""
        return self.tab if self.side == "left" else self.tokens.margin

    @property
    def head(self) -> float:
        """Portrait: where the headline's capitals begin."""
        return self.height * (1 - self.tokens.foot)

    @property
    def lines(self) -> int:
        """Portrait: how many lines of headline have room below a window."""
        return 2 if self.tokens.foot >= ROOMY else 1

    @property
    def bottom(self) -> float:
        """Portrait, and whatever must be packed as tight: where the words end."""
        return self.height - self.tokens.margin * 0.75


def arrange(tokens: Tokens, size: QSize, side: str) -> Plan:
    """The plan of the theme's arrangement on a glass of this size; `side` is the reader's."""
    glass = Glass(tokens, size.width(), size.height(), side)
    stand, lie = ARRANGEMENTS[tokens.arrangement]
    plan = stand(glass) if glass.height > glass.width else _make_room(lie(glass), tokens)
    # Beside a window is nothing but ground: one pixel of it tells all that stands behind the words.
    calm = QRect(plan.head.topLeft().toPoint(), QSize(1, 1)) if plan.framed else plan.calm
    return replace(plan, calm=calm, plated=tokens.plate != tokens.ground)


def _make_room(plan: Plan, tokens: Tokens) -> Plan:
    """Landscape: the same with the code below the price where the words are too narrow for both."""
    if plan.code_place == "apart" or plan.foot.width() >= tokens.code * ABREAST:
        return plan
    return replace(plan, code=plan.foot.bottomLeft(), code_pivot=0.0, code_place="below")


def _lie_left(glass: Glass) -> Plan:
    width, height, margin, column = glass.width, glass.height, glass.tokens.margin, glass.column
    print_side = glass.tokens.kept + glass.tokens.step * 12
    return Plan(
        window=QRect(0, 0, width, height),
        calm=find_calm_side(QSize(width, height)),
        product=QRectF(width - height, 0, height, height),
        sun=_span(width * PRODUCT_X - height / 2, 0, width * PRODUCT_X + height / 2, height),
        head=_span(glass.start, margin, column, height - margin),
        foot=_span(margin, margin, column, height - margin),
        code=QPointF(column, height - margin),
        saved=_span(margin, margin, min(margin + column, width * PRODUCT_X - print_side / 2), height - margin),
        kept_x=width * PRODUCT_X,
        framed=False,
    )


def _stand_left(glass: Glass) -> Plan:
    width, height, margin = glass.width, glass.height, glass.tokens.margin
    words = _span(margin, glass.head, width - margin, glass.bottom)
    return Plan(
        window=QRect(0, 0, width, height),
        calm=find_calm_side(QSize(width, height)),
        product=QRectF(0, height * PRODUCT_Y - width / 2, width, width),
        sun=_span(0, 0, width, height * 0.72),
        head=words,
        foot=words,
        code=words.bottomRight(),
        saved=_span(margin, margin, width - margin, height - margin),
        kept_x=width / 2,
        lines=1,
        framed=False,
    )


def _lie_right(glass: Glass) -> Plan:
    width, height, margin, middle = glass.width, glass.height, glass.tokens.margin, glass.width - glass.column
    words = _span(middle + margin / 2, margin, width - margin, height - margin)
    end = width - glass.tab - glass.tokens.step * 3 if glass.side == "right" else words.right()
    plan = _frame(_lie_left(glass), _span(margin, margin, middle - margin / 2, height - margin))
    return replace(
        plan,
        head=_span(words.left(), margin, end, height - margin),
        foot=words,
        code=words.bottomRight(),
        saved=words,
        kept_x=middle / 2,
    )


def _stand_right(glass: Glass) -> Plan:
    margin = glass.tokens.margin
    window = _span(margin, margin, glass.width - margin, glass.head - margin * 0.75)
    return replace(_frame(_stand_left(glass), window), lines=glass.lines)


def _lie_centred(glass: Glass) -> Plan:
    width, height, margin, code = glass.width, glass.height, glass.tokens.margin, glass.tokens.code
    window = _pool(width / 2, height * 0.53)
    words = _find_middle(glass)
    x = margin + code / 2
    return replace(
        _frame(_lie_left(glass), window),
        head=words,
        foot=words,
        lines=1,
        code=QPointF(width - x if glass.side == "left" else x, glass.bottom),
        code_pivot=0.5,
        code_place="apart",
        centred=True,
    )


def _find_middle(glass: Glass) -> QRectF:
    """Landscape: where words stand under the picture; where that is too narrow, in all that the code leaves."""
    margin, code = glass.tokens.margin, glass.tokens.code
    side = margin + code + glass.tokens.step * 5
    left = right = side
    if glass.width - side * 2 < code:
        left, right = (margin, side) if glass.side == "left" else (side, margin)
    return _span(left, glass.height * 0.545, glass.width - right, glass.bottom)


def _stand_centred(glass: Glass) -> Plan:
    width, height, margin = glass.width, glass.height, glass.tokens.margin
    words = _span(margin, height * 0.42, width - margin, glass.bottom)
    return replace(
        _frame(_stand_left(glass), _pool(width / 2, height * 0.41)),
        head=words,
        foot=words,
        code=QPointF(width / 2, glass.bottom),
        code_pivot=0.5,
        code_place="below",
        centred=True,
    )


def _lie_poster(glass: Glass) -> Plan:
    width, height, margin, column = glass.width, glass.height, glass.tokens.margin, glass.column
    strip = glass.tokens.code + glass.tokens.step * 8  # for what the hand needs: the tap hint, the code
    return replace(
        _frame(_lie_left(glass), _span(column, 0, width - strip, height)),
        head=_span(glass.start, margin, column - margin / 2, height - margin),
        foot=_span(margin, margin, column - margin / 2, height - margin),
        code=QPointF(width - strip / 2, height - margin),
        code_pivot=0.5,
        code_place="apart",
    )


def _stand_poster(glass: Glass) -> Plan:
    window = _span(0, 0, glass.width, glass.head - glass.tokens.margin * 0.75)
    return replace(_frame(_stand_left(glass), window), lines=glass.lines)


def _frame(plan: Plan, window: QRectF) -> Plan:
    """The same with its picture in a window, around which lies the ground."""
    side = min(window.width(), window.height())
    product = QRectF(0, 0, side, side)
    product.moveCenter(QPointF(window.center().x(), window.top() + max(side / 2, window.height() * PRODUCT_Y)))
    return replace(plan, window=window.toRect(), product=product, sun=window, framed=True)


def _pool(x: float, height: float) -> QRectF:
    """A window from the upper edge on, as wide as a lying picture reaches to both sides of its product."""
    return _span(x - height * POOL / 2, 0, x + height * POOL / 2, height)


def _span(left: float, top: float, right: float, bottom: float) -> QRectF:
    return QRectF(QPointF(left, top), QPointF(right, bottom))


ARRANGEMENTS = {
    "left": (_stand_left, _lie_left),
    "right": (_stand_right, _lie_right),
    "centred": (_stand_centred, _lie_centred),
    "poster": (_stand_poster, _lie_poster),
}
