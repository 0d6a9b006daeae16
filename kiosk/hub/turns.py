"""Who writes next: a bare lock goes again and again to the one who just gave it back, and a tap would wait for long."""

from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from threading import Event, Lock


class Turns:
    """One thread at a time, in the order in which they came."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._is_taken = False
        self._waiting: deque[Event] = deque()

    @property
    def waiting(self) -> int:
        """How many stand in the queue."""
        return len(self._waiting)

    @contextmanager
    def take(self, wait_s: float) -> Generator[None]:
        """Wait for one's turn, so many seconds at most; whose turn did not come by then goes on without it."""
        has_turn = self._await_turn(wait_s)
        try:
            yield
        finally:
            if has_turn:
                self._pass_on()

    def _await_turn(self, wait_s: float) -> bool:
        with self._guard:
            if not self._is_taken:
                self._is_taken = True
                return True
            called = Event()
            self._waiting.append(called)
        return called.wait(wait_s) or self._give_up(called)

    def _give_up(self, called: Event) -> bool:
        """Stand in the queue no more; True: the turn came in that very moment."""
        with self._guard:
            if called.is_set():
                return True
            self._waiting.remove(called)
            return False

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._is_taken = False
