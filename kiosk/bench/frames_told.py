"""What the two fading programs share: they say each frame, and end with the bench."""

import os
import signal
import sys
from threading import Thread
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickWindow

from kiosk.bench.said import Said, say


def tell_frames(window: QQuickWindow) -> None:
    """Say every swap of this window from now on."""
    window.frameSwapped.connect(lambda: say(Said("frame", monotonic())), Qt.ConnectionType.DirectConnection)


def end_with_input() -> None:
    """End the process, as a service is ended, once its input does."""
    Thread(target=_await_end, daemon=True).start()


def _await_end() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)
