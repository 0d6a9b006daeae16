"""Bounds a whole exchange with a server: one that drips bytes would pass any bound on each wait, and last for ever."""

import socket
from collections.abc import Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from threading import Lock
from typing import Self

from kiosk.loyalty.alarm_clock import AlarmClock
from kiosk.loyalty.failure import ApiFailed, Trouble

_ALARMS = AlarmClock("deadlines")


class Deadline:
    """Cuts the connection of one exchange when `seconds` have passed since it was made; a context manager."""

    def __init__(self, seconds: float) -> None:
        self._lock = Lock()
        self._connection: socket.socket | None = None
        self._has_passed = False
        self._alarm = _ALARMS.set(seconds, self._pass)

    def __enter__(self) -> Self:
        """Nothing to do: it runs already."""
        return self

    def __exit__(self, *_: object) -> None:
        """The exchange is over: the connection may serve the next one, uncut."""
        _ALARMS.cancel(self._alarm)
        with self._lock:
            self._connection = None

    @contextmanager
    def hold_for_connecting(self) -> Generator[None]:
        """Have `watch_connection` of this thread mean this deadline."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)

    def watch(self, connection: socket.socket) -> None:
        """This is what carries the exchange; cut at once if it is too late already."""
        with self._lock:
            self._connection = connection
            if self._has_passed:
                _cut(connection)

    def check(self) -> None:
        """Raises `ApiFailed` once it has passed: what was read may end in the middle, and look whole."""
        if self._has_passed:
            raise ApiFailed(Trouble.TOO_SLOW, everyone=True)

    def _pass(self) -> None:
        with self._lock:
            self._has_passed = True
            if self._connection is not None:
                _cut(self._connection)


_current: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


def watch_connection(connection: socket.socket) -> None:
    """Let the deadline that this thread holds, if any, bound what this connection does."""
    deadline = _current.get()
    if deadline is not None:
        deadline.watch(connection)


def _cut(connection: socket.socket) -> None:
    """End it for both sides: whoever waits for a byte wakes up with the end of the stream."""
    with suppress(OSError):
        # Not the TLS layer's own `shutdown`, which takes the layer from under a thread that reads.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
