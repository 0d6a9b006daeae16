"""The brand's still: what stands on the glass while there is no picture."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

DISC = 0.36
"""Radius of the disc as a share of the shorter side."""


def paint_still(size: QSize, ground: QColor, sun: QColor) -> QImage:
    """A calm ground with one sun: right of the text in landscape, above it in portrait."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(ground)
    radius = min(size.width(), size.height()) * DISC
    upright = size.height() > size.width()
    centre = QPointF(size.width() * (0.5 if upright else 0.73), size.height() * (0.36 if upright else 0.5))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sun)
    painter.drawEllipse(centre, radius, radius)
    painter.end()
    return image
