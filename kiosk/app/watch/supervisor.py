"""Notices every few seconds which threads of the program are dead or stuck, says so, and begins them anew."""

from collections.abc import Callable, Iterable

from kiosk.app.watch.case import Case
from kiosk.app.watch.watched import Watched
from kiosk.backoff import Backoff
from kiosk.core.fault import FaultSink
from kiosk.poller import Poller

LOOK_S = 5.0
"""Seldom, for each look wakes the processor."""
FIRST_WAIT_S = 5.0
LONGEST_WAIT_S = 300.0


class Supervisor:
    """Watches over threads. Fault: `threads`, by the first that ails, such as `courier_dead` or `nfc_stuck`.

    It stands until the one that was begun anew has lived from one look to the next. `clock` is monotonic seconds,
    `chance` draws from [0, 1).
    """

    def __init__(
        self,
        watched: Iterable[Watched],
        faults: FaultSink,
        clock: Callable[[], float],
        chance: Callable[[], float],
        look_s: float = LOOK_S,
    ) -> None:
        backoff = Backoff(chance, FIRST_WAIT_S, LONGEST_WAIT_S, least=0.5)
        self._cases = tuple(Case(one, backoff) for one in watched)
        self._faults = faults
        self._clock = clock
        self._look_s = look_s
        self._ailing: dict[str, str] = {}
        self._poller = Poller("supervisor", self._look_and_wait, look_s)

    workers = ()
    """Nobody watches over it: what it does can hardly fail, and systemd watches over the program."""

    @property
    def ailing(self) -> dict[str, str]:
        """What ails which thread, as of the last look."""
        return self._ailing

    def count_revivals(self) -> dict[str, int]:
        """How often each thread was begun anew since the program began."""
        return {case.name: case.revivals for case in self._cases}

    def start(self) -> None:
        """Begin, with a first look at once."""
        self._poller.start()

    def stop(self) -> None:
        """Leave them alone: they are about to end."""
        self._poller.stop()

    def look(self) -> None:
        """One look."""
        now = self._clock()
        found = {case.name: ailment for case in self._cases if (ailment := case.look(now))}
        self._ailing = found
        first = next(iter(found.items()), None)
        self._faults.set_fault("threads", first and "_".join(first).replace("-", "_"))

    def _look_and_wait(self) -> float:
        self.look()
        return self._look_s
