"""Lets SIGTERM and Ctrl-C end the Qt loop: Python's own handlers do not run while Qt waits."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class SignalWatch(QObject):
    """Calls `leave` on the GUI thread when the process is asked to end."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self._ear, self._mouth = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(self._mouth)
        for number in (signal.SIGTERM, signal.SIGINT):
            # The wake-up byte does the work; the handler only keeps the default from killing the process.
            signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._ear, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        os.read(self._ear, 64)
        self._leave()

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.close(self._ear)
        os.close(self._mouth)
