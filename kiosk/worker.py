"""The one way in which a thread lives: it can be asked whether it lives and moves, and begun anew when it does not."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Thread, current_thread

PATIENCE_S = 60.0
"""No piece of work takes so long but those that say so."""


class Worker:
    """A daemon thread that calls `run`, once.

    `beats` grows with each step of its work, and `is_busy` says whether it is amid one: whoever finds a busy thread at
    the same beat for longer than `patience_s` seconds has found one that is stuck. It counts, and looks at no clock,
    for there are steps that must cost nothing.
    """

    def __init__(self, name: str, run: Callable[[], None], patience_s: float = PATIENCE_S) -> None:
        self.name = name
        self.patience_s = patience_s
        self.beats = 0
        self.is_busy = False
        self._run = run
        self._is_wanted = False
        self._thread = self._make_thread()

    @property
    def is_dead(self) -> bool:
        """Whether it ended though nobody asked for it."""
        return self._is_wanted and not self._thread.is_alive()

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()
        self._is_wanted = True

    def end(self, timeout_s: float | None) -> None:
        """Wait at most so long for it to end, as `run` was told to; `None`: as long as it takes."""
        self._is_wanted = False
        self._thread.join(timeout_s)

    def revive(self) -> None:
        """Let a new thread take its place. No thread can be killed: one that is stuck ends once it comes to."""
        self._thread = self._make_thread()
        self.is_busy = False
        self._thread.start()

    def is_mine(self) -> bool:
        """Whether the calling thread is still in charge; `run` ends where it is not."""
        return current_thread() is self._thread

    def beat(self) -> None:
        """Another step begins."""
        self.beats += 1
        self.is_busy = True

    @contextmanager
    def step(self) -> Generator[None, None, None]:
        """Be busy with one step; between two of them it may rest for as long as it likes."""
        self.beat()
        try:
            yield
        finally:
            if self.is_mine():
                self.is_busy = False

    def _make_thread(self) -> Thread:
        return Thread(target=self._run, name=self.name, daemon=True)
