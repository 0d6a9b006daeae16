"""Tells the loyalty system who stands here long before that is over: who is still inside has not left."""

from collections.abc import Callable, Collection
from datetime import timedelta
from threading import Lock

from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.poller import Poller
from kiosk.worker import Worker

EVERY_S = 120.0
"""Well below the ten minutes after which the loyalty system takes who passed an exit to be gone."""


class Stays:
    """Who stands here since when, in memory alone, with a thread that tells of it; `source` is `/{store}/{screen}`.

    Of who may not be recognised by her beacon nothing is noted. An event says since when she is here and for how
    long by now, and not before which zone: told twice it says the same. `tell` takes it, from any thread, and brings
    it there by itself and soon, or never: another server than the hub may refuse it, and soon there is a newer one.
    """

    def __init__(self, source: str, tell: Callable[[CloudEvent], None], tell_now: Callable[[], Instant]) -> None:
        self._source = source
        self._tell = tell
        self._tell_now = tell_now
        self._since: dict[str, float] = {}
        self._noting = Lock()
        self._poller = Poller("stays", self.look, rest_s=EVERY_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin to tell."""
        self._poller.start()

    def stop(self) -> None:
        """End."""
        self._poller.stop()

    def note(self, event: ShopperNear | ShopperLeft, guest: Shopper | None) -> None:
        """Tell that she came, or that she was here until now; `guest` is who is known by the event's pseudonym."""
        is_allowed = guest is not None and PROXIMITY in guest.consents
        with self._noting:
            since = self._since.pop(event.shopper, None)
            if isinstance(event, ShopperNear) and is_allowed:
                since = self._since[event.shopper] = event.heard_at
        if is_allowed and since is not None:
            self._say(event.shopper, since)

    def forget(self, gone: Collection[str]) -> None:
        """These may not be recognised any more."""
        with self._noting:
            for shopper in gone:
                self._since.pop(shopper, None)

    def look(self) -> float:
        """Tell of all who are here; seconds until the next time."""
        with self._noting:
            here = list(self._since.items())
        for shopper, since in here:
            self._say(shopper, since)
        return EVERY_S

    def _say(self, shopper: str, since: float) -> None:
        now = self._tell_now()
        seconds = max(0.0, now.mono - since)
        data: dict[str, object] = {"shopper": shopper, "seconds": round(seconds, 1)}
        began_at = now.wall - timedelta(seconds=seconds)
        self._tell(CloudEvent(now.fresh_id, self._source, "kiosk.stay", began_at, data))
