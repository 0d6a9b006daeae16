"""How often one address may leave something without a token: so that nobody alone can fill the hub."""

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
SCREENS = Pace(120, 0.5)
CODES = Pace(20, 60)
SIGN_INS = Pace(5, 30)
ADDRESSES = Pace(60, 5)
# A page that follows the typing sends two or three a second.
DEEDS = Pace(240, 0.25)
INBOXES = Pace(3, 300)


class RateLimiter:
    """A token bucket per address. It is kept in memory alone: a restart forgets it, and that does no harm."""

    def __init__(self, pace: Pace) -> None:
        self._every_s = pace.every_s
        self._room_s = pace.most * pace.every_s
        self._busy_until: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def enter(self, address: str, now: datetime) -> None:
        """Count one request of this address; raises a 429 `Problem` if it comes too soon."""
        with self._lock:
            wait_s = self._count(address, now.timestamp())
        if wait_s > 0:
            detail = "Too many requests came from this address; repeat later."
            raise Problem(429, "too_many_requests", detail, {"Retry-After": str(math.ceil(wait_s))})

    def forgive(self, address: str) -> None:
        """Count nothing against this address any more."""
        with self._lock:
            self._busy_until.pop(address, None)

    def _count(self, address: str, now: float) -> float:
        """Seconds to wait; 0: it was let through."""
        latest = now + self._room_s
        # No later than `latest`: a clock that was set back must not lock anybody out.
        busy_until = min(max(self._busy_until.pop(address, now), now), latest)
        wait_s = max(busy_until + self._every_s - latest, 0.0)
        self._busy_until[address] = busy_until if wait_s else busy_until + self._every_s
        if len(self._busy_until) > MOST_ADDRESSES:
            self._busy_until.popitem(last=False)
        return wait_s
