"""How many pixels a video may have on this machine."""

from PySide6.QtQuick import QQuickWindow

MOST_BY_PROCESSOR = 1280 * 720
"""Without graphics hardware a core and a half is busy with twice as many."""

MOST_BY_HARDWARE = 3840 * 2160


def tell_most_pixels() -> int:
    """By the renderer that was chosen; safe to call from any thread."""
    is_software = QQuickWindow.sceneGraphBackend() == "software"
    return MOST_BY_PROCESSOR if is_software else MOST_BY_HARDWARE
