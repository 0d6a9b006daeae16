"""Prices as pictures, drawn before the scene that shows them, for the same reason as headlines: see `lettering.py`."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from kiosk.screen.images.lettering import stain
from kiosk.screen.images.shelf import Shelf
from kiosk.screen.layout.plan import TYPE_ROOM, Plan
from kiosk.screen.text.prices import PriceText
from kiosk.theming.tokens import Tokens

SMALL = 0.44
"""Of the figures' size: how large cents and currency are set, raised to the height of the figures."""
TUCK = 0.045
"""Of the size: by how much they come nearer to the figures."""
MOST_FIGURES = 24


class FiguresStyle(Struct, frozen=True):
    """How prices are set: `size` in pixels, in `ink` where the theme names one for them, else in the picture's."""

    family: str
    weight: int
    size: float
    ink: str = ""


def choose_figures(tokens: Tokens, plan: Plan) -> FiguresStyle:
    """The theme's figures as the plan has them: on a ground of their own they have their own colour."""
    own = tokens.figures if plan.framed or plan.plated else ""
    return FiguresStyle(tokens.figures_family, tokens.strong_weight, tokens.price, own)


class FiguresShelf:
    """Drawn prices by the name that `make` gives them. Safe to use from any thread."""

    def __init__(self, style: FiguresStyle) -> None:
        self._style = style
        self._shelf = Shelf(MOST_FIGURES)

    def make(self, price: PriceText, ink: QColor) -> str:
        """Draw the price unless it is there; answer its name, empty where there is none."""
        if not price.major:
            return ""
        colour = QColor(self._style.ink or ink)
        return self._shelf.make(f"{colour.name()} {price}", lambda: draw_figures(price, self._style, colour))

    def find(self, name: str) -> QImage | None:
        """The price if it was made."""
        return self._shelf.find(name)


def draw_figures(price: PriceText, style: FiguresStyle, ink: QColor) -> QImage:
    """Draw a price on nothing, a byte a pixel: `TYPE_ROOM` around it, above and below the height of its figures."""
    large, small = _make_font(style, 1.0), _make_font(style, SMALL)
    tall, room, tuck = measure_height(style), TYPE_ROOM * style.size, TUCK * style.size
    pieces: list[tuple[str, QFont, QPointF]] = []
    x = room
    for text, font, base in (
        (price.before, small, tall * SMALL),
        (price.major, large, tall),
        (price.end, small, tall * SMALL),
    ):
        x += tuck if font is large and price.before else -tuck if pieces and font is small else 0.0
        pieces.append((text, font, QPointF(x, room + base)))
        x += QFontMetricsF(font).horizontalAdvance(text)
    image = QImage(QSize(round(x + room), round(tall + 2 * room)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    for text, font, place in pieces:
        painter.setFont(font)
        painter.drawText(place, text)
    painter.end()
    return stain(image, ink)


def measure_height(style: FiguresStyle) -> float:
    """How high the style's figures stand above their line, in pixels."""
    return -QFontMetricsF(_make_font(style, 1.0)).tightBoundingRect("0").y()


def _make_font(style: FiguresStyle, share: float) -> QFont:
    font = QFont(style.family)
    font.setPixelSize(round(style.size * share))
    font.setWeight(QFont.Weight(style.weight))
    font.setFeature(QFont.Tag("lnum"), 1)
    return font
