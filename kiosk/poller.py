"""The one way in which a thread looks again and again for what there is to do, and nothing that goes wrong ends it."""

import logging
from collections.abc import Callable
from threading import Event as Flag
from types import TracebackType
from typing import Self

from kiosk.errors import KioskError
from kiosk.worker import PATIENCE_S, Worker

_log = logging.getLogger(__name__)


class Poller:
    """A thread that calls `look`, waits for as many seconds as that says, and looks again; once at its start.

    Where it says `None`, it waits until `wake`.

    A look that fails is followed by `stumble`, and after `rest_s` seconds by the next. A `KioskError` is logged in its
    own sentence, and not again until a look went well; of any other error the type alone, with the thread's `name`.
    Where `may_wake` says no after a look, `wake` does not cut the wait short. `worker` is its thread, which counts as
    stuck where a look takes longer than `patience_s` seconds.
    """

    def __init__(  # noqa: PLR0913 # what it does, and what it does otherwise than usual
        self,
        name: str,
        look: Callable[[], float | None],
        rest_s: float,
        stumble: Callable[[], None] = lambda: None,
        may_wake: Callable[[], bool] = lambda: True,
        *,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._name = name
        self._look = look
        self._rest_s = rest_s
        self._stumble = stumble
        self._may_wake = may_wake
        self._looks_last = False
        self._complaint: str | None = None
        self._awake = Flag()
        self._stopping = Flag()
        self.worker = Worker(name, self._run, patience_s)

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
        """Begin, with a first look at once."""
        self.worker.start()

    def stop(self, timeout_s: float | None = 5.0, *, looks_last: bool = False) -> None:
        """End, waiting for a look under way at most so long; `None`: as long as it takes.

        With `looks_last` it looks once more before, for what came since the last look began.
        """
        self._looks_last = looks_last
        self._stopping.set()
        self._awake.set()
        self.worker.end(timeout_s)

    def wake(self) -> None:
        """Have it look without waiting any longer; returns at once, on any thread."""
        self._awake.set()

    def _run(self) -> None:
        while self.worker.is_mine() and not self._stopping.is_set():
            with self.worker.step():
                wait_s = self._look_safely()
            (self._awake if self._may_wake() else self._stopping).wait(wait_s)
            self._awake.clear()
        if self._looks_last and self.worker.is_mine():
            self._look_safely()

    def _look_safely(self) -> float | None:
        try:
            wait_s = self._look()
        except Exception as error:  # noqa: BLE001  # the thread's edge: whatever stumbles, the next look tries again
            self._complain(error)
            self._stumble()
            return self._rest_s
        self._complaint = None
        return wait_s

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            _log.error("%s stumbled: %s", self._name, type(error).__name__)  # a trace could show ids
        elif self._complaint != (complaint := str(error)):
            _log.error(complaint)
            self._complaint = complaint
