"""Glasses that pictures are put on whole, as the arrangement `left` has it."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor

from kiosk.screen.images.mount import Mount
from kiosk.screen.layout.calm import find_calm_side


def cover_glass(glass: QSize) -> Mount:
    """Pictures over all of the glass."""
    return Mount(glass, QRect(QPoint(0, 0), glass), find_calm_side(glass), QColor("black"), framed=False)
