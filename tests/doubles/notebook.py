"""What other threads report, and a way to wait for it that never sleeps and never waits for ever."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from kiosk.core.fault import Part

PATIENCE_S = 15.0

T = TypeVar("T")


class Notebook(Generic[T]):
    """Entries in the order in which any thread wrote them."""

    def __init__(self) -> None:
        self._entries: list[T] = []
        self._written = threading.Condition()

    def write(self, entry: T) -> None:
        with self._written:
            self._entries.append(entry)
            self._written.notify_all()

    def read(self) -> list[T]:
        with self._written:
            return list(self._entries)

    def wait_until(self, fits: Callable[[list[T]], bool]) -> list[T]:
        with self._written:
            assert self._written.wait_for(lambda: fits(self._entries), PATIENCE_S), self._entries
            return list(self._entries)

    def wait_for(self, entry: T, times: int = 1) -> None:
        self.wait_until(lambda entries: entries.count(entry) >= times)


class FaultBook(Notebook[tuple[Part, str | None]]):
    """A FaultSink that remembers everything it was told."""

    def set_fault(self, part: Part, code: str | None) -> None:
        self.write((part, code))
