"""How a picture is put on the glass: over all of it, or into a window in the theme's ground."""

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from kiosk.screen.backdrop import SOFT_STOPS

SQUARISH = 1.05
"""A window that is not this much higher than wide shows more of a product from a lying picture."""

PRODUCT = {False: (0.7, 0.5), True: (0.5, 0.41)}
"""By whether a picture is upright: where its product stands, as shares of it. A window cuts around that place."""


class Mount(Struct, frozen=True):
    """The glass and its window in pixels, and `calm`, on which text stands.

    `edge` is how much of a window's picture runs out into the ground, `shade` how much of the ground lies over it.
    """

    glass: QSize
    window: QRect
    calm: QRect
    ground: QColor
    edge: float = 0.0
    shade: float = 0.0

    @property
    def is_full(self) -> bool:
        """Whether the picture covers the glass."""
        return self.window.size() == self.glass

    @property
    def is_upright(self) -> bool:
        """Whether an upright picture fits better."""
        return self.window.height() > self.window.width() * (1 if self.is_full else SQUARISH)


def find_cut(cover: QSize, mount: Mount) -> QRect:
    """Which part of a picture that was scaled to cover the window is seen: its middle, or around the product."""
    cut = QRect(QPoint(0, 0), mount.window.size())
    whole = QRect(QPoint(0, 0), cover)
    x, y = (0.5, 0.5) if mount.is_full else PRODUCT[cover.height() > cover.width()]
    cut.moveCenter(QPoint(int((cover.width() - 1) * x), int((cover.height() - 1) * y)))
    cut.moveRight(min(cut.right(), whole.right()))
    cut.moveBottom(min(cut.bottom(), whole.bottom()))
    cut.moveTopLeft(QPoint(max(cut.left(), 0), max(cut.top(), 0)))
    return cut


def mount_picture(picture: QImage, mount: Mount) -> QImage:
    """The picture on its glass: painted once here, so that no frame has to blend anything."""
    if mount.is_full and not mount.shade:
        return picture
    glass = QImage(mount.glass, QImage.Format.Format_RGB32)
    glass.fill(mount.ground)
    painter = QPainter(glass)
    painter.drawImage(mount.window.topLeft(), picture)
    painter.setOpacity(mount.shade)
    painter.fillRect(mount.window, mount.ground)
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
