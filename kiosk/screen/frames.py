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
        # Both run on the render thread where there is one; while it synchronises, the GUI thread stands still.
        window.beforeSynchronizing.connect(self._note_synchronised, Qt.ConnectionType.DirectConnection)
        window.frameSwapped.connect(self._note_swapped, Qt.ConnectionType.DirectConnection)
        self._presented.connect(self._report)

    def mark(self) -> int:
        """A scene was handed to QML: its generation, reported once a frame with it was swapped."""
        self._shown += 1
        self._window.update()  # a scene that changes no pixel is presented too
        return self._shown

    def _note_synchronised(self) -> None:
        self._synchronised = self._shown

    def _note_swapped(self) -> None:
        if self._synchronised > self._reported:
            self._reported = self._synchronised
            self._presented.emit(self._reported, time.monotonic())

    def _report(self, generation: int, at: float) -> None:
        self._on_presented(generation, at)
