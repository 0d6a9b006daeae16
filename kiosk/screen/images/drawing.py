"""Drawings (SVG) are drawn on trial before they may be shown, in a process of its own that is ended after its time.

What one takes cannot be told by its bytes: 500 lines across the glass took seven seconds of the processor, and 20,000
short ones a third of a second.
"""

from pathlib import Path

from PySide6.QtGui import QImageReader

from kiosk.screen.images.bounded import ask_bounded

MODULE = "kiosk.screen.images.drawing_process"
LONGEST_S = 60.0
"""For what may take a twelfth of it of the processor: others use that, too."""

_FORMATS = (b"svg", b"svgz")


def is_drawing(path: Path) -> bool:
    """Whether Qt takes the file for one."""
    return QImageReader.imageFormat(str(path)).data() in _FORMATS


def can_draw(path: Path) -> bool:
    """Whether this drawing can be shown, and soon. Takes half a second and more: call it where nobody waits."""
    return ask_bounded(MODULE, path, longest_s=LONGEST_S) is not None
