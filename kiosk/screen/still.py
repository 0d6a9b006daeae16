"""The brand's still: what stands on the glass while there is no picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

DISC = 0.36
"""Radius of the disc as a share of the place's shorter side."""


def paint_still(size: QSize, place: QRectF, ground: QColor, sun: QColor) -> QImage:
    """A calm ground with one sun in the middle of the place where else a product stands."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(ground)
    radius = min(place.width(), place.height()) * DISC
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sun)
    painter.drawEllipse(place.center(), radius, radius)
    painter.end()
    return image
