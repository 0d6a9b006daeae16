"""Puts on disk what a thread must not wait for, and tries again what the disk would not take."""

import os
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from kiosk.core.fault import FaultSink
from kiosk.errors import KioskError
from kiosk.poller import Poller
from kiosk.worker import Worker

REST_S = 5.0

Content = TypeVar("Content")


class Kept(Struct, frozen=True):
    """What is kept: its `name`, as a sentence begins with it, and the code of the fault where it is not on disk."""

    name: str
    not_saved: str


class NotSaved(KioskError):
    """It is not on disk: were the power cut now, the next start would know an older one."""


class Keeper(Generic[Content]):
    """A supervised thread that keeps the latest of what it is told; `save` puts it on disk, or raises `OSError`.

    What is told amid a write waits for its end, and only the latest of it is written. A write that fails is tried again
    after `rest_s` seconds, and until it went well the part `outbox` has the fault that `kept` names.
    """

    def __init__(self, kept: Kept, save: Callable[[Content], None], faults: FaultSink, rest_s: float = REST_S) -> None:
        self._kept = kept
        self._save = save
        self._faults = faults
        self._latest: Content | None = None
        self._written: Content | None = None
        self._poller = Poller(f"keeper-{kept.not_saved}", self._write, rest_s, self._own_up)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin; what was told before is not forgotten."""
        self._poller.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Write the latest, waiting at most so long, and end."""
        self._poller.stop(timeout_s, looks_last=True)

    def keep(self, content: Content) -> None:
        """Have this kept, and nothing that was told before. Returns at once, on any thread."""
        self._latest = content
        self._poller.wake()

    def _write(self) -> None:
        content = self._latest
        if content is None or content is self._written:
            return
        try:
            self._save(content)
        except OSError as error:
            why = f"{self._kept.name} could not be written ({os.strerror(error.errno or 0)})"
            raise NotSaved(why) from error
        self._written = content
        self._faults.set_fault("outbox", None)

    def _own_up(self) -> None:
        self._faults.set_fault("outbox", self._kept.not_saved)
