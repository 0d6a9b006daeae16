"""Counts a picture's pixels by their colour, all at once: to ask a picture for each of them takes seconds."""

from collections import Counter

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage


def tally_colours(frame: QImage, area: QRect | None = None, step: int = 1) -> Counter[int]:
    """How many pixels of each colour (as QColor.rgb) lie in the area, of every `step`th both ways."""
    cut = frame.copy(area or frame.rect()).convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(cut.constBits()).cast("I")
    width = cut.width()
    tally = Counter[int]()
    for start in range(0, len(pixels), width * step):
        tally.update(pixels[start : start + width : step])
    return tally


def count_colour(frame: QImage, area: QRect, colour: str, step: int = 2) -> int:
    """How many pixels in the area have exactly this colour, of every `step`th both ways."""
    return tally_colours(frame, area, step)[QColor(colour).rgb()]
