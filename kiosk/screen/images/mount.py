"""How a picture is put on the glass: over all of it, or into a window in the theme's ground."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from kiosk.screen.images.backdrop import SOFT_STOPS
from kiosk.screen.images.spread import spread_edges
from kiosk.screen.layout.cut import MIDDLE, PRODUCT, find_cut, wants_upright

NEARLY = 0.96
"""A poster that leaves less of the glass free than this is not shown with bars: it loses a hair of its edges."""


class Mount(Struct, frozen=True):
    """The glass and its window in pixels, and `calm`, on which text stands.

    `framed`: around a window lies the ground, else the picture's own edges run on. `edge` is how much of a window's
    picture runs out into the ground, `shade` how much of the ground lies over it.
    """

    glass: QSize
    window: QRect
    calm: QRect
    ground: QColor
    framed: bool = True
    edge: float = 0.0
    shade: float = 0.0

    @property
    def is_full(self) -> bool:
        """Whether the picture covers the glass."""
        return self.window.size() == self.glass

    @property
    def is_tall(self) -> bool:
        """Whether the glass itself is higher than wide."""
        return self.glass.height() > self.glass.width()

    @property
    def is_upright(self) -> bool:
        """Whether an upright picture fits better."""
        if self.is_full:
            return self.window.height() > self.window.width()
        return wants_upright(self.window)


def fit_whole(mount: Mount, size: QSize) -> Mount:
    """The mount that shows a picture of this size whole, or over all of the glass where next to nothing is lost."""
    glass = QRect(QPoint(0, 0), mount.glass)
    whole = QRect(QPoint(0, 0), size.scaled(mount.glass, Qt.AspectRatioMode.KeepAspectRatio))
    whole.moveCenter(glass.center())
    is_nearly_full = whole.width() * whole.height() > glass.width() * glass.height() * NEARLY
    return replace(mount, window=glass if is_nearly_full else whole, edge=0.0, framed=False)


def choose_cut(cover: QSize, mount: Mount) -> QRect:
    """Which part of a picture that was scaled to cover the window is seen: its middle, or around the product."""
    return find_cut(cover, mount.window.size(), MIDDLE if mount.is_full else PRODUCT[cover.height() > cover.width()])


def mount_picture(picture: QImage, mount: Mount) -> QImage:
    """The picture on its glass: painted once here, so that no frame has to blend anything."""
    if mount.is_full and not mount.shade:
        return picture
    glass = QImage(mount.glass, QImage.Format.Format_RGB32)
    glass.fill(mount.ground)
    painter = QPainter(glass)
    if not mount.framed:
        spread_edges(painter, picture, mount.window, mount.glass)
    painter.drawImage(mount.window.topLeft(), picture)
    painter.setOpacity(mount.shade)
    painter.fillRect(mount.window if mount.framed else glass.rect(), mount.ground)
    painter.setOpacity(1)
    if mount.edge:
        _soften_edge(painter, mount)
    painter.end()
    return glass


def _soften_edge(painter: QPainter, mount: Mount) -> None:
    """Let the picture run out into the ground all around: a pool of light as wide as the window."""
    gradient = QRadialGradient(0, 0, 1)
    for place, share in SOFT_STOPS:
        colour = QColor(mount.ground)
        colour.setAlphaF(share)
        gradient.setColorAt(1 - place * mount.edge, colour)
    window = mount.window.toRectF()
    painter.translate(window.center())
    painter.scale(window.width() / 2, window.height() / 2)
    painter.fillRect(QRectF(-1, -1, 2, 2), gradient)
