"""Wakes the GUI thread at a time that was asked for."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer


class Alarm(QObject):
    """One timer for the whole screen: on a still picture nothing else ticks."""

    def __init__(self, ring: Callable[[], None], tell_mono: Callable[[], float]) -> None:
        super().__init__()
        self._tell_mono = tell_mono
        self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(ring)

    def set_for(self, mono: float) -> None:
        """Ring at this monotonic time (seconds) and not at any set before; infinite: not at all."""
        if math.isinf(mono) or self._is_closed:
            self._timer.stop()
            return
        # Rounded up: a timer that rings too soon would find nothing due and be set again at once.
        self._timer.start(max(0, math.ceil((mono - self._tell_mono()) * 1000)))

    def close(self) -> None:
        """Ring no more, whatever is still asked for.

        A timer that runs must not be left to Python's collector, which may be on any thread.
        """
        self._is_closed = True
        self._timer.stop()
