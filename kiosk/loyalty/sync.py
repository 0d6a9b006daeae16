"""Asks the loyalty API for what is new, every so often, for as long as the screen runs."""

from collections.abc import Callable

from kiosk.core.fault import FaultSink
from kiosk.loyalty.catalogue_sync import CatalogueSync
from kiosk.loyalty.failure import ApiFailed
from kiosk.loyalty.shopper_sync import ShopperSync
from kiosk.poller import Poller
from kiosk.worker import Worker

LONGEST_ASKED_S = 3600.0
"""A server may ask for a longer pause; it does not get one."""

STUMBLED = "stumbled"
"""The fault when a round failed in a way that nobody foresaw: what the API says may be out of date."""

PATIENCE_S = 900.0
"""So long a sync may take: that of a new screen fetches its whole loop."""

_SPREAD = 0.2
"""Of the poll time: the screens of a chain must not ask in step."""


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
        self._catalogue = catalogue
        self._shoppers = shoppers
        self._faults = faults
        self._poll_s = poll_s
        self._chance = chance
        self._is_asked_to_wait = False
        self._poller = Poller("sync", self.run_once, poll_s, self._own_up, self._may_hurry, patience_s=PATIENCE_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin, with a first sync at once."""
        self._poller.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End, waiting for a request under way at most so long."""
        self._poller.stop(timeout_s)

    def request_now(self) -> None:
        """Sync without waiting for the next turn, unless the server asked for a pause."""
        self._poller.wake()

    def run_once(self) -> float:
        """One sync; the seconds until the next. A failure of one half does not keep the other from its turn."""
        try:
            of_catalogue = _try_step(self._catalogue.sync)
        finally:
            # Whatever nobody foresaw in the catalogue, a consent that was withdrawn is heard.
            of_shoppers = _try_step(self._shoppers.sync)
        failures = [failure for failure in (of_catalogue, of_shoppers) if failure]
        asked = max((min(failure.after or 0.0, LONGEST_ASKED_S) for failure in failures), default=0.0)
        self._is_asked_to_wait = asked > 0
        self._faults.set_fault("api", failures[0].code if failures else None)
        return max(asked, self._poll_s * (1 - _SPREAD / 2 + _SPREAD * self._chance()))

    def _own_up(self) -> None:
        self._faults.set_fault("api", STUMBLED)

    def _may_hurry(self) -> bool:
        """A pause that the server asked for is cut short by nobody."""
        return not self._is_asked_to_wait


def _try_step(step: Callable[[], None]) -> ApiFailed | None:
    try:
        step()
    except ApiFailed as failure:
        return failure
    return None
