"""Asks the loyalty API for what is new, every so often, for as long as the screen runs."""

import logging
from collections.abc import Callable
from threading import Event as Flag
from threading import Thread

from kiosk.core.fault import FaultSink
from kiosk.loyalty.catalogue_sync import CatalogueSync
from kiosk.loyalty.failure import ApiFailed
from kiosk.loyalty.shopper_sync import ShopperSync

LONGEST_ASKED_S = 3600.0
"""A server may ask for a longer pause; it does not get one."""

STUMBLED = "stumbled"
"""The fault when a round failed in a way that nobody foresaw: what the API says may be out of date."""

_SPREAD = 0.2
"""Of the poll time: the screens of a chain must not ask in step."""

_log = logging.getLogger(__name__)


class Sync:
    """A supervised thread that keeps catalogue and shoppers in step. Fault: `api`, by `ApiFailed.code`, or `stumbled`.

    `chance` draws from [0, 1).
    """

    def __init__(
        self,
        catalogue: CatalogueSync,
        shoppers: ShopperSync,
        faults: FaultSink,
        poll_s: float,
        chance: Callable[[], float],
    ) -> None:
        self._steps = (catalogue.sync, shoppers.sync)
        self._faults = faults
        self._poll_s = poll_s
        self._chance = chance
        self._is_asked_to_wait = False
        self._awake = Flag()
        self._stopping = Flag()
        self._thread = Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begin, with a first sync at once."""
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End, waiting for a request under way at most so long."""
        self._stopping.set()
        self._awake.set()
        self._thread.join(timeout_s)

    def request_now(self) -> None:
        """Sync without waiting for the next turn, unless the server asked for a pause."""
        self._awake.set()

    def run_once(self) -> float:
        """One sync; the seconds until the next. A failure of one half does not keep the other from its turn."""
        failures = [failure for step in self._steps if (failure := _try_step(step))]
        asked = max((min(failure.after or 0.0, LONGEST_ASKED_S) for failure in failures), default=0.0)
        self._is_asked_to_wait = asked > 0
        self._faults.set_fault("api", failures[0].code if failures else None)
        return max(asked, self._poll_s * (1 - _SPREAD / 2 + _SPREAD * self._chance()))

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._awake.clear()
            try:
                wait = self.run_once()
            except Exception as error:  # noqa: BLE001  # the thread's edge: whatever stumbles, the next round tries again
                _log.error("the sync stumbled: %s", type(error).__name__)  # a trace could show what was sent
                self._faults.set_fault("api", STUMBLED)
                wait = self._poll_s
            # A pause that the server asked for is cut short by nobody.
            (self._stopping if self._is_asked_to_wait else self._awake).wait(wait)


def _try_step(step: Callable[[], None]) -> ApiFailed | None:
    try:
        step()
    except ApiFailed as failure:
        return failure
    return None
