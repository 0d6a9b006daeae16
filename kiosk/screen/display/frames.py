"""When a scene was really on the glass: the swap of the first frame that was synchronised after it was shown."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtQuick import QQuickWindow

Presented = Callable[[int, float], None]


class FrameWatch(QObject):
    """Counts generations of scenes and reports each one that was presented, once and in order.

    Where one frame presents several generations, only the newest is reported: the others were never seen.
    """

    _presented = Signal(int, float)

    def __init__(self, window: QQuickWindow, on_presented: Presented) -> None:
        super().__init__(window)
        self._window = window
        self._shown = 0
        self._synchronised = 0
        self._reported = 0
        self._on_presented = on_presented
        self._presented.connect(self._report)
        self.resume()

    def mark(self) -> int:
        """A scene was handed to QML: its generation, reported once a frame with it was swapped."""
        self._shown += 1
        self._window.update()  # a scene that changes no pixel is presented too
        return self._shown

    def resume(self) -> None:
        """Listen to frames. Both signals come from the render thread, where there is one."""
        self._window.beforeSynchronizing.connect(self._note_synchronised, Qt.ConnectionType.DirectConnection)
        self._window.frameSwapped.connect(self._note_swapped, Qt.ConnectionType.DirectConnection)
        if self._reported < self._shown:
            self._window.update()  # its frame may have come during the pause, and no other need follow

    def pause(self) -> None:
        """Stop listening before a call that waits for the render thread.

        PySide holds Python's lock during such a call, and the render thread would wait for that lock: for ever.
        """
        self._window.beforeSynchronizing.disconnect(self._note_synchronised)
        self._window.frameSwapped.disconnect(self._note_swapped)

    def _note_synchronised(self) -> None:
        self._synchronised = self._shown

    def _note_swapped(self) -> None:
        if self._synchronised > self._reported:
            self._reported = self._synchronised
            self._presented.emit(self._reported, time.monotonic())

    def _report(self, generation: int, at: float) -> None:
        self._on_presented(generation, at)
