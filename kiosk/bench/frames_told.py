"""What the two fading programs share: they say each of their frames."""

from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickWindow

from kiosk.bench.said import Said, say


def tell_frames(window: QQuickWindow) -> None:
    """Say every swap of this window from now on."""
    window.frameSwapped.connect(lambda: say(Said("frame", monotonic())), Qt.ConnectionType.DirectConnection)
