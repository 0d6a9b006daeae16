"""Paints frames at the size of the glass, a band at a time: a whole glass would be eight megabytes in each decoder."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

LINES = 30
"""A processor's cache holds so many: all bands take no longer to paint than the whole at once."""

NEARLY = 0.96
"""A video that leaves less of the glass free than this loses a hair of its edges instead."""


class Canvas:
    """A glass of this size, and the ground of what frames leave free of it."""

    def __init__(self, glass: QSize, ground: QColor) -> None:
        self._glass = glass
        self._ground = ground
        self._band = QImage(glass.width(), min(LINES, glass.height()), QImage.Format.Format_RGB32)

    @property
    def bytes(self) -> int:
        """How long all bands of a frame are together."""
        return self._glass.height() * self._band.bytesPerLine()

    def paint(self, frame: QImage) -> Iterator[memoryview]:
        """The bands from the top down, four bytes a pixel; each holds only until the next one is asked for."""
        place = find_place(frame.size(), self._glass)
        for top in range(0, self._glass.height(), self._band.height()):
            self._paint_band(frame, place.translated(0, -top))
            lines = min(self._band.height(), self._glass.height() - top)
            yield memoryview(self._band.constBits())[: lines * self._band.bytesPerLine()]

    def _paint_band(self, frame: QImage, place: QRect) -> None:
        self._band.fill(self._ground)
        painter = QPainter(self._band)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(place, frame)
        painter.end()


def find_place(frame: QSize, glass: QSize) -> QRect:
    """Where a frame of this size stands; beyond the glass where it is cut."""
    whole = frame.scaled(glass, Qt.AspectRatioMode.KeepAspectRatio)
    is_nearly_full = whole.width() * whole.height() > glass.width() * glass.height() * NEARLY
    if is_nearly_full:
        whole = frame.scaled(glass, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    place = QRect(QPoint(0, 0), whole)
    place.moveCenter(QRect(QPoint(0, 0), glass).center())
    return place
