"""Keeps the address open on which a monitor asks, for as long as the program runs."""

import math
import os
from collections.abc import Callable
from types import TracebackType
from typing import Self

from kiosk.errors import KioskError
from kiosk.health.report import Report
from kiosk.poller import Poller
from kiosk.worker import Worker

REST_S = 30.0


class CannotListen(KioskError):
    """Its address is taken, or not ours; the text says so."""


class Listener:
    """A thread that sleeps until somebody asks at `listen`, which is `unix:/path` or `host:port`.

    `ask` is called on it. Where the address cannot be had the log says so, and it tries again after a while: nothing
    else suffers from that.
    """

    def __init__(self, listen: str, ask: Callable[[], Report], rest_s: float = REST_S) -> None:
        self._listen = listen
        self._ask = ask
        self._is_ending = False
        self._interrupt: Callable[[], None] = lambda: None
        self._poller = Poller("health", self._serve, rest_s, patience_s=math.inf)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def __enter__(self) -> Self:
        """Begin."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""
        self.stop()

    def start(self) -> None:
        """Begin."""
        self._poller.start()

    def stop(self) -> None:
        """Answer who is being answered, and end."""
        self._is_ending = True
        self._interrupt()
        self._poller.stop()

    def _serve(self) -> None:
        from kiosk.health.server import HealthServer  # noqa: PLC0415 # slow to load, and seldom asked for

        try:
            server = HealthServer(self._listen, self._ask)
        except OSError as error:
            message = f"nobody can ask how the program is at {self._listen} ({os.strerror(error.errno or 0)})"
            raise CannotListen(message) from error
        with server:
            self._interrupt = server.interrupt
            while not self._is_ending:
                server.handle_request()
