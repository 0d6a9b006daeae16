"""Keeps those who wait for the screens' own program from taking all threads that the hub answers on."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from kiosk.hub.problem import Problem

MOST_WAITING = 6
"""Two pages' pictures: who comes beyond that is turned away at once."""
PATIENCE_S = 10.0
RETRY_AFTER_S = 5


class ShelfClosed(Problem):
    """The program could not be run now, or did not say what was asked for: it may be asked again in a while."""

    def __init__(self) -> None:
        detail = "The themes cannot be read or drawn now; repeat later."
        super().__init__(503, "themes_busy", detail, {"Retry-After": str(RETRY_AFTER_S)})


class ThemeQueue:
    """Lets one go on at a time, while few others wait, and these not for long; safe to use from any thread."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._places = BoundedSemaphore(1 + MOST_WAITING)
        self._turn = Lock()

    @contextmanager
    def wait_for_turn(self) -> Generator[None]:
        """It is the asker's turn until the block ends. Raises `ShelfClosed` where too many wait, or it takes long."""
        if not self._places.acquire(blocking=False):
            raise ShelfClosed
        try:
            if not self._turn.acquire(timeout=self._patience_s):
                raise ShelfClosed
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._places.release()
