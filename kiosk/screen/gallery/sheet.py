"""A theme on one sheet: every scene, lying, upright and on a shelf's edge, by the code that draws the real glass."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from kiosk.screen.gallery.drawing import SIZES, draw_scenes
from kiosk.screen.gallery.samples import SampleShop
from kiosk.screen.gallery.sceneries import CAPTIONS, list_sceneries
from kiosk.theming.package import Theme

GROUND, INK = QColor("#e6e4e0"), QColor("#23211f")
FAMILY = "Figtree"
WIDTH, MARGIN, GAP, CAPTION, HEAD = 2448, 48, 16, 40, 112
"""In pixels of the sheet."""


class Table(Struct, frozen=True):
    """The scenes on glass of one size, in so many columns of `panel`, from `top` on."""

    size: str
    columns: int
    panel: QSize
    top: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.top + -(-len(CAPTIONS) // self.columns) * (self.panel.height() + CAPTION)

    def find_panel(self, number: int) -> QRect:
        """Where a scene stands; its caption stands below."""
        row, column = divmod(number, self.columns)
        x, y = column * (self.panel.width() + GAP), row * (self.panel.height() + CAPTION)
        return QRect(MARGIN + x, self.top + y, self.panel.width(), self.panel.height())


def list_tables() -> tuple[Table, ...]:
    """The tables of a sheet, from its head on."""
    tables: list[Table] = []
    for size, columns in zip(SIZES.values(), (4, 8, 4), strict=True):
        width = (WIDTH - 2 * MARGIN + GAP) // columns - GAP
        glass_width, glass_height = map(int, size.split("x"))
        panel = QSize(width, round(width * glass_height / glass_width))
        tables.append(Table(size, columns, panel, tables[-1].end if tables else HEAD))
    return tuple(tables)


def draw_sheet(application: QGuiApplication, theme: Theme, language: str) -> QImage:
    """The theme's sheet; needs an application that renders offscreen, for it opens windows."""
    tables = list_tables()
    sheet = QImage(WIDTH, tables[-1].end + MARGIN - CAPTION // 2, QImage.Format.Format_RGB32)
    sheet.fill(GROUND)
    drawn = [list(_draw_panels(application, theme, language, table)) for table in tables]
    painter = QPainter(sheet)
    painter.setPen(INK)
    painter.setFont(_make_font(theme.tokens.display_family, HEAD // 2, theme.tokens.display_weight))
    painter.drawText(QRect(MARGIN, 0, WIDTH, HEAD), Qt.AlignmentFlag.AlignVCenter, theme.title)
    painter.setFont(_make_font(FAMILY, CAPTION // 2, QFont.Weight.Normal))
    for place, caption, panel in (one for panels in drawn for one in panels):
        painter.drawImage(place.topLeft(), panel)
        below = QRect(place.left(), place.bottom() + 1, place.width(), CAPTION)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, caption)
    painter.end()
    return sheet


def _draw_panels(
    application: QGuiApplication, theme: Theme, language: str, table: Table
) -> Iterator[tuple[QRect, str, QImage]]:
    """Where each scene of a table stands, its caption, and the scene itself."""
    shop = SampleShop()
    sceneries = list_sceneries(shop, language)
    frames = draw_scenes(application, theme, shop.find_file, sceneries, table.size)
    stretch, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    for number, (scenery, frame) in enumerate(zip(sceneries, frames, strict=True)):
        yield table.find_panel(number), scenery.caption, frame.scaled(table.panel, stretch, smooth)


def _make_font(family: str, pixels: int, weight: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font
