"""How many pixels a video may have on this machine, and how many of them reach the glass."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtQuick import QQuickWindow

MOST_BY_PROCESSOR = 1280 * 720
"""Without graphics hardware a core and a half is busy with twice as many."""

MOST_BY_HARDWARE = 3840 * 2160

LARGEST_FRAME = QSize(1920, 1920)
"""Each takes four bytes a pixel from process to process, thirty times a second."""


def tell_most_pixels() -> int:
    """By the renderer that was chosen; safe to call from any thread."""
    return MOST_BY_HARDWARE if _has_hardware() else MOST_BY_PROCESSOR


def fit_frames(glass: QSize) -> QSize:
    """How large frames are made for a glass of this size."""
    return shrink_frames(glass) if _has_hardware() else glass


def shrink_frames(glass: QSize) -> QSize:
    """Graphics hardware enlarges at no cost what would take long to get there."""
    return glass.scaled(LARGEST_FRAME, Qt.AspectRatioMode.KeepAspectRatio) if _is_large(glass) else glass


def _is_large(glass: QSize) -> bool:
    return glass.width() * glass.height() > LARGEST_FRAME.width() * LARGEST_FRAME.height()


def _has_hardware() -> bool:
    return QQuickWindow.sceneGraphBackend() != "software"
