"""The store's time of day, and all that changes with a minute: nothing else ticks on a still screen."""

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.screen.layout.drift import find_drift

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1

MINUTE_S = 60


@QmlElement
class Clock(QObject):
    """Stands still until somebody wants it to run; `tell_local` gives the store's own time."""

    changed = Signal()

    def __init__(self, tell_local: Callable[[], datetime]) -> None:
        super().__init__()
        self._tell_local = tell_local
        self._now = tell_local()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def run(self, *, is_wanted: bool) -> None:
        """Tell each new minute from now on, or none any more."""
        if is_wanted:
            self._tick()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self._now = self._tell_local()
        rest_s = MINUTE_S - self._now.second - self._now.microsecond / 1e6
        self._timer.start(math.ceil(rest_s * 1000))
        self.changed.emit()

    @Property(str, notify=changed)
    def time(self) -> str:
        """Such as `14:05`."""
        return f"{self._now:%H:%M}"

    @Property(QPoint, notify=changed)
    def drift(self) -> QPoint:
        """Where what must not burn in stands in this minute, in small steps around the middle."""
        return QPoint(*find_drift(int(self._now.timestamp()) // MINUTE_S))
