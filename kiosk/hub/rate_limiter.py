"""How often one address may leave something without a secret: so that nobody alone can fill the hub."""

import math
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from kiosk.hub.problem import Problem

MOST_ADDRESSES = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """`most` at once, and then one every `every_s` seconds."""

    most: int
    every_s: float


# A shop's guests may share one address, and so may its screens: these stop a flood, not a full shop.
PHONES = Pace(60, 5)
LOOKS = Pace(1200, 0.02)
SCREENS = Pace(120, 0.5)
CODES = Pace(20, 60)
SIGN_INS = Pace(5, 30)
ADDRESSES = Pace(60, 5)
# A page that follows the typing sends two or three a second.
DEEDS = Pace(240, 0.25)
# A code lives for two minutes: of 2**40 nobody hits one by ten tries.
GREETINGS = Pace(5, 12)
INBOXES = Pace(3, 300)
# By the message. An office shares one address, and so does a carrier's corner of a town.
BROWSERS = Pace(1000, 0.2)
# By the source: whoever reads its open key can pretend to be as many browsers as he has addresses.
NEWCOMERS = Pace(1000, 3.6)
# By the member: a store's guests share one address, and who fills a trolley scans a piece in two seconds.
BASKETS = Pace(120, 1)


class RateLimiter:
    """A token bucket per address. It is kept in memory alone: a restart forgets it, and that does no harm."""

    def __init__(self, pace: Pace) -> None:
        self._every_s = pace.every_s
        self._room_s = pace.most * pace.every_s
        self._busy_until: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def enter(self, address: str, now: datetime, times: int = 1) -> None:
        """Count so many requests of this address; raises a 429 `Problem` if they come too soon, and counts none then.

        More `times` than the pace has room for would never be let through.
        """
        with self._lock:
            wait_s = self._count(address, now.timestamp(), times)
        if wait_s > 0:
            detail = "Too much came from there of late; repeat later."
            raise Problem(429, "too_many_requests", detail, {"Retry-After": str(math.ceil(wait_s))})

    def forgive(self, address: str) -> None:
        """Count nothing against this address any more."""
        with self._lock:
            self._busy_until.pop(address, None)

    def _count(self, address: str, now: float, times: int) -> float:
        """Seconds to wait; 0: it was let through."""
        latest = now + self._room_s
        # No later than `latest`: a clock that was set back must not lock anybody out.
        busy_until = min(max(self._busy_until.pop(address, now), now), latest)
        busy_then = busy_until + times * self._every_s
        # As far as a number of this size tells apart: a full room must have room for all of it.
        wait_s = max(round(busy_then - latest, 3), 0.0)
        self._busy_until[address] = busy_until if wait_s else busy_then
        if len(self._busy_until) > MOST_ADDRESSES:
            self._busy_until.popitem(last=False)
        return wait_s
