"""Whether frames still reach the glass, for whoever starts anew what hangs."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtQuick import QQuickWindow


class Pulse(QObject):
    """Wants a frame every so many seconds and calls `on_beat` once it was swapped: what hangs is silent.

    A window that nobody can see, for its display is gone, has no frames: there it beats as long as the thread lives.
    Between two beats it costs a frame nothing.
    """

    def __init__(self, window: QQuickWindow, every_s: float, on_beat: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._on_beat = on_beat
        self._is_waiting = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._ask)
        self._timer.start(round(every_s * 1000))

    def _ask(self) -> None:
        if not self._window.isExposed():
            self._on_beat()
            return
        if not self._is_waiting:
            self._is_waiting = True
            self._window.frameSwapped.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._window.update()

    def _answer(self) -> None:
        if self._is_waiting:  # a second frame may have been on its way
            self._is_waiting = False
            self._window.frameSwapped.disconnect(self._answer)
            self._on_beat()
