"""The one hop from any thread to the GUI thread."""

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal


class Bridge(QObject):
    """Calls `drain` on the thread that made the bridge, at least once after each `wake`.

    However often it is woken while one call is pending, only one is made: what arrives faster than the GUI is free
    waits in the caller's own buffers, not in Qt's queue.
    """

    _woken = Signal()

    def __init__(self, drain: Callable[[], None]) -> None:
        super().__init__()
        self._drain = drain
        self._is_pending = False
        self._is_closed = False
        self._lock = Lock()
        self._woken.connect(self._cross, Qt.ConnectionType.QueuedConnection)

    def wake(self) -> None:
        """Ask for a drain; safe to call from any thread."""
        with self._lock:
            if self._is_pending:
                return
            self._is_pending = True
        self._woken.emit()

    def close(self) -> None:
        """Call no more, not even for a wake that is pending; belongs to the thread that made the bridge."""
        self._is_closed = True

    def _cross(self) -> None:
        with self._lock:
            self._is_pending = False
        if not self._is_closed:
            self._drain()
