"""Counts flashes in a run of frames, as those who are sensitive to light would see them."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from kiosk.screen.images.backdrop import measure_luminance

CELLS = QSize(8, 6)
"""What flashes in less of the glass than one of these is no flash (WCAG 2.2, "general flash": a tenth of the view)."""

LEAST_CHANGE = 0.1
LIGHTEST = 0.8
"""WCAG 2.2, "general flash": a change of a tenth of the luminance, whose darker side is below this."""


def read_cells(frame: QImage) -> list[float]:
    """The relative luminance of each part of a frame."""
    stretch, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = frame.scaled(CELLS, stretch, smooth)
    return [measure_luminance(small.pixelColor(x, y)) for y in range(CELLS.height()) for x in range(CELLS.width())]


def count_flashes(times: list[float], luminances: list[float]) -> int:
    """The most flashes within any second: a flash is two changes, to lighter and back or to darker and back."""
    changes = [times[number] for number in _find_changes(luminances)]
    within = (sum(start <= change < start + 1 for change in changes) for start in changes)
    return max(within, default=0) // 2


def _find_changes(luminances: list[float]) -> Iterator[int]:
    """Where the luminance had gone far enough from where it last turned."""
    extreme, direction = luminances[0], 0
    for number, luminance in enumerate(luminances):
        step = luminance - extreme
        if step * direction > 0:
            extreme = luminance
        elif abs(step) >= LEAST_CHANGE and min(luminance, extreme) < LIGHTEST:
            extreme, direction = luminance, 1 if step > 0 else -1
            yield number
