"""The one way in which a thread works off what others tell it: nobody waits, and nothing that goes wrong ends it."""

import logging
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Generic, TypeVar, cast

from kiosk.worker import Worker

Letter = TypeVar("Letter")

_END = object()

_log = logging.getLogger(__name__)


def _do_nothing() -> None:
    pass


class Mailbox(Generic[Letter]):
    """A thread that takes what is put, in that order; `begin` and `end` are called on it before the first and last.

    `name` is the thread's, and stands in the log where it stumbled over a letter or over `begin`. `worker` is that
    thread; where it is begun anew, the letter that was its end is gone, and `begin` is not called again unless it hung.
    """

    def __init__(
        self,
        name: str,
        take: Callable[[Letter], None],
        begin: Callable[[], None] = _do_nothing,
        end: Callable[[], None] = _do_nothing,
    ) -> None:
        self._name = name
        self._take = take
        self._begin = begin
        self._end = end
        self._letters: SimpleQueue[object] = SimpleQueue()
        self._has_begun = False
        self.worker = Worker(name, self._run)

    def start(self) -> None:
        """Begin; what was put before is not forgotten."""
        self.worker.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Take all that was put, waiting at most so long, and end."""
        self._letters.put(_END)
        self.worker.end(timeout_s)

    def put(self, letter: Letter) -> None:
        """Have it taken, some time; returns at once, on any thread."""
        self._letters.put(letter)

    def __len__(self) -> int:
        """How many wait."""
        return self._letters.qsize()

    def _run(self) -> None:
        if not self._has_begun:
            with self.worker.step():
                self._do_safely(self._begin)
            self._has_begun = True
        while self.worker.is_mine():
            letter = self._letters.get()
            if letter is _END:
                self._end()
                return
            with self.worker.step():
                self._do_safely(partial(self._take, cast("Letter", letter)))

    def _do_safely(self, do: Callable[[], None]) -> None:
        try:
            do()
        except Exception as error:  # noqa: BLE001  # the thread's edge: one letter must not cost the next ones
            _log.error("%s stumbled: %s", self._name, type(error).__name__)  # a trace could show ids
