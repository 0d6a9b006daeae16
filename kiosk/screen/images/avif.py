"""AVIF, which Qt does not decode by itself, becomes plain pixels that it does.

A process of its own does it, for a file of a few hundred bytes can ask for gigabytes, whatever size it states.
"""

from pathlib import Path

from PySide6.QtCore import QSize

from kiosk.screen.images.bounded import ask_bounded

MODULE = "kiosk.screen.images.avif_process"
LONGEST_S = 15.0

_BRANDS = (b"ftypavif", b"ftypavis")
"""Source: AOM, AV1 Image File Format 1.1, section 6."""


def is_avif(path: Path) -> bool:
    """Whether the file says that it is one."""
    try:
        with path.open("rb") as file:
            return file.read(12)[4:] in _BRANDS
    except OSError:
        return False


def can_unpack(path: Path) -> bool:
    """Whether this AVIF can be shown."""
    return unpack_avif(path, QSize(1, 1)) != b""


def unpack_avif(path: Path, glass: QSize) -> bytes:
    """The picture upright as PPM, no larger than it takes to cover the glass; empty where it cannot be shown."""
    return ask_bounded(MODULE, path, str(glass.width()), str(glass.height()), longest_s=LONGEST_S) or b""
