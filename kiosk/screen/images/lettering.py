"""Headlines as pictures, drawn before the scene that shows them.

Glyphs of more than 64 pixels are too large for Qt's cache: it fills their outlines anew in every frame, which is half
of what a whole frame costs.
"""

import math

from msgspec import Struct
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTextLayout, qRgba

from kiosk.screen.images.shelf import Shelf
from kiosk.screen.layout.plan import TYPE_ROOM, Plan
from kiosk.screen.text.hyphens import soften_words
from kiosk.theming.tokens import Tokens

SMALLEST = 0.5
"""Of the type's size: a headline that is too long is set smaller down to this, and then cut."""
SMALLER = 0.05
LAST_RESORT = 10
"""Letters of a word that stays whole even where its headline would be cut otherwise."""

STEPS = round((1 - SMALLEST) / SMALLER) + 1
FEW = 4
"""As many of them are hardly to be seen: down to 0.85 of the size."""
MOST_LETTERINGS = 24


class Style(Struct, frozen=True):
    """How headlines are set: sizes in pixels, `leading` as a share of the font's height.

    There is room for so many `lines` of full size: of 1.5, for one, or for two that are set smaller.
    """

    family: str
    weight: int
    size: float
    measure: float
    lines: float
    leading: float
    centred: bool = False


def choose_style(tokens: Tokens, plan: Plan) -> Style:
    """The theme's headline where the plan has room for it."""
    return Style(
        tokens.display_family,
        tokens.display_weight,
        tokens.headline,
        plan.head.width(),
        plan.lines,
        tokens.tight,
        plan.centred,
    )


class LetteringShelf:
    """Drawn headlines by the name that `make` gives them. Safe to use from any thread."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._shelf = Shelf(MOST_LETTERINGS)

    def make(self, text: str, ink: QColor) -> str:
        """Draw the headline unless it is there; answer its name, empty where there is nothing to draw."""
        if not text.strip():
            return ""
        return self._shelf.make(f"{ink.name()} {text}", lambda: draw_lettering(text, self._style, ink))

    def find(self, name: str) -> QImage | None:
        """The headline if it was made."""
        return self._shelf.find(name)


def draw_lettering(text: str, style: Style, ink: QColor) -> QImage:
    """Draw a headline on nothing; its capitals begin `TYPE_ROOM` below the image's edge, however small it is set."""
    layout, metrics = fit_lines(text, style)
    room = TYPE_ROOM * style.size
    widest = max(layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount()))
    depth = (layout.lineCount() - 1) * metrics.height() * style.leading + metrics.capHeight() + metrics.descent()
    size = QSize(round(widest + 2 * room), round(depth + room))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if style.centred:
        _centre_lines(layout, widest)
    layout.draw(painter, QPointF(room, room + metrics.capHeight() - metrics.ascent()))
    painter.end()
    return stain(image, ink)


def stain(image: QImage, ink: QColor) -> QImage:
    """What was drawn on nothing, in this ink: a byte a pixel, its ink in 256 degrees of opacity."""
    inked = image.convertToFormat(QImage.Format.Format_Alpha8)
    inked.reinterpretAsFormat(QImage.Format.Format_Indexed8)
    inked.setColorTable([qRgba(ink.red(), ink.green(), ink.blue(), opacity) for opacity in range(256)])
    return inked


def fit_lines(text: str, style: Style) -> tuple[QTextLayout, QFontMetricsF]:
    """The text in lines, as large as it fits; where it does not: in more lines, with words broken, and cut at last.

    It stays on one line where it need hardly be smaller for that.
    """
    most = math.ceil(style.lines)
    broken = soften_words(text, longest=LAST_RESORT)
    tries = ((text, 1, FEW), (text, most, STEPS), (text, most + 1, STEPS), (broken, most * 2, STEPS))
    for wording, lines, steps in tries:
        for step in range(steps):
            font = _make_font(style, 1 - step * SMALLER)
            layout, fits = _lay_out(wording, font, style, lines)
            if fits:
                return layout, QFontMetricsF(font)
    return _cut(text, _make_font(style, SMALLEST), style, most)


def _cut(text: str, font: QFont, style: Style, lines: int) -> tuple[QTextLayout, QFontMetricsF]:
    metrics = QFontMetricsF(font)
    width = style.measure * lines
    while True:
        layout, fits = _lay_out(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), font, style, lines)
        if fits or width < style.size:
            return layout, metrics
        width *= 1 - SMALLER


def _lay_out(text: str, font: QFont, style: Style, lines: int) -> tuple[QTextLayout, bool]:
    """The text broken into lines, and whether it keeps to so many of them, and to the style's measure and depth."""
    layout = QTextLayout(text, font)
    step = QFontMetricsF(font).height() * style.leading
    fits = True
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(style.measure)
        line.setPosition(QPointF(0, line.lineNumber() * step))
        fits = fits and line.naturalTextWidth() <= style.measure
    layout.endLayout()
    depth = layout.lineCount() * font.pixelSize() / round(style.size)
    return layout, fits and layout.lineCount() <= lines and depth <= style.lines


def _centre_lines(layout: QTextLayout, width: float) -> None:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF((width - line.naturalTextWidth()) / 2, line.y()))


def _make_font(style: Style, share: float) -> QFont:
    font = QFont(style.family)
    font.setPixelSize(round(style.size * share))
    font.setWeight(QFont.Weight(style.weight))
    font.setFeature(QFont.Tag("lnum"), 1)
    return font
