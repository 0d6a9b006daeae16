"""Notes which members came by, once a day each, so that the loyalty system can count their visits."""

from datetime import date, tzinfo

from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper


class Visits:
    """The guests of one day of the store, in memory alone; used on one thread. `source` is `/{store}/{screen}`."""

    def __init__(self, source: str, time_zone: tzinfo) -> None:
        self._source = source
        self._time_zone = time_zone
        self._day = date.min
        self._guests: set[str] = set()

    def sign(self, guest: Shopper | None, now: Instant) -> CloudEvent | None:
        """Her visit; `None`: it was noted today, or she does not allow offers to be chosen by what is known of her."""
        if guest is None or PERSONAL_OFFERS not in guest.consents:
            return None
        day = now.wall.astimezone(self._time_zone).date()
        if day != self._day:
            self._day, self._guests = day, set()
        if guest.key in self._guests:
            return None
        self._guests.add(guest.key)
        return CloudEvent(now.fresh_id, self._source, "kiosk.visit", now.wall, {"shopper": guest.key})
