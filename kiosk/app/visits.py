"""Tells the loyalty system of each visit once it is over: before which zone a member stood, and for how long."""

from datetime import timedelta

from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper
from kiosk.core.events import ShopperLeft, ShopperNear


class Visits:
    """Who stands here since when, in memory alone; used on one thread. `source` is `/{store}/{screen}`.

    Of who does not allow offers to be chosen by what is known of her nothing is noted.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._since: dict[str, float] = {}

    def note(self, event: ShopperNear | ShopperLeft, guest: Shopper | None, now: Instant) -> CloudEvent | None:
        """The visit that ends with this event, if one does; `guest` is who is known by the event's pseudonym."""
        is_allowed = guest is not None and PERSONAL_OFFERS in guest.consents
        if isinstance(event, ShopperNear):
            if is_allowed:
                self._since[event.shopper] = event.heard_at
            return None
        since = self._since.pop(event.shopper, None)
        return self._write(event, now, max(0.0, now.mono - since)) if is_allowed and since is not None else None

    def _write(self, left: ShopperLeft, now: Instant, seconds: float) -> CloudEvent:
        data: dict[str, object] = {"shopper": left.shopper, "zone": left.zone, "seconds": round(seconds, 1)}
        return CloudEvent(now.fresh_id, self._source, "kiosk.visit", now.wall - timedelta(seconds=seconds), data)
