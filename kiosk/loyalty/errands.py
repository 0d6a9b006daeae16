"""What the loyalty system is asked for somebody who stands there: soon, or never."""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from kiosk.poller import Poller
from kiosk.worker import Worker

_Errand = TypeVar("_Errand")


class Patience(Struct, frozen=True):
    """For how long an errand is worth doing, when it is tried again, in seconds, and how many may wait."""

    lasts_s: float
    retry_s: float
    most: int


class Errands(Generic[_Errand]):
    """Keeps errands in memory alone until they are done; `send` may be called from any thread.

    `run` does one that was sent at that time; False: it is to be done again. `give_up` hears of each that
    waited for too long. `tell_mono` is the monotonic clock, in seconds.
    """

    def __init__(
        self,
        name: str,
        patience: Patience,
        run: Callable[[_Errand, float], bool],
        tell_mono: Callable[[], float],
        give_up: Callable[[_Errand], None] = lambda _errand: None,
    ) -> None:
        self._patience = patience
        self._run = run
        self._tell_mono = tell_mono
        self._give_up = give_up
        self._waiting: deque[tuple[float, _Errand]] = deque(maxlen=patience.most)
        self._poller = Poller(name, self.look, patience.retry_s)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Their thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin."""
        self._poller.start()

    def stop(self) -> None:
        """End; what was not done is forgotten."""
        self._poller.stop()

    def send(self, errand: _Errand) -> None:
        """Have it done; returns at once."""
        self._waiting.append((self._tell_mono(), errand))
        self._poller.wake()

    def look(self) -> float | None:
        """Do what waits, the first first; in how many seconds to try again, `None`: once there is something."""
        while self._waiting:
            since, errand = self._waiting.popleft()
            if self._tell_mono() - since >= self._patience.lasts_s:
                self._give_up(errand)
            elif not self._run(errand, since):
                self._waiting.appendleft((since, errand))
                return self._patience.retry_s
        return None
