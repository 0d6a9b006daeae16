"""How a picture that does not cover the glass runs on over it: by its own edges, so that a calm backdrop has no end."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

DEPTH = 4
"""Pixels of the picture's edge that run on."""

SOFTNESS = 32
"""Into so many colours an edge is divided: a shadow that reaches it runs on as a shade, not as a streak."""


def spread_edges(painter: QPainter, picture: QImage, place: QRect, glass: QSize) -> None:
    """Paint what lies around a picture that stands at `place`: beside it, or above and below it."""
    width, height = picture.width(), picture.height()
    if place.width() < glass.width():
        column = QSize(1, SOFTNESS)
        left = QRect(0, place.top(), place.left(), place.height())
        right = QRect(place.right() + 1, place.top(), glass.width() - place.right() - 1, place.height())
        _run_on(painter, picture.copy(0, 0, DEPTH, height), column, left)
        _run_on(painter, picture.copy(width - DEPTH, 0, DEPTH, height), column, right)
    if place.height() < glass.height():
        row = QSize(SOFTNESS, 1)
        above = QRect(place.left(), 0, place.width(), place.top())
        below = QRect(place.left(), place.bottom() + 1, place.width(), glass.height() - place.bottom() - 1)
        _run_on(painter, picture.copy(0, 0, width, DEPTH), row, above)
        _run_on(painter, picture.copy(0, height - DEPTH, width, DEPTH), row, below)


def _run_on(painter: QPainter, edge: QImage, colours: QSize, area: QRect) -> None:
    stretch, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    if not area.isEmpty():
        painter.drawImage(area, edge.scaled(colours, stretch, smooth).scaled(area.size(), stretch, smooth))
