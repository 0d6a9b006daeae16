"""The brand's still: what stands on the glass while there is no picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

DISC = 0.36
"""Radius of the disc as a share of the place's shorter side."""


def read_still(content: bytes, size: QSize) -> QImage | None:
    """A theme's own still, so that it covers the glass and is cut evenly; `None` if Qt cannot read it."""
    picture = QImage.fromData(content)
    if picture.isNull():
        return None
    fill, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    cover = picture.scaled(size, fill, smooth).convertToFormat(QImage.Format.Format_RGB32)
    x, y = (cover.width() - size.width()) // 2, (cover.height() - size.height()) // 2
    return cover.copy(x, y, size.width(), size.height())


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
