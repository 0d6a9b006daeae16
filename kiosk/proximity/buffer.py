"""Between the network's thread and the screen's: the latest sighting of each shopper in each zone, and no more."""

import threading

from kiosk.proximity.sighting import Sighting

MOST = 1_000


class SightingBuffer:
    """Bounded: a newer sighting replaces its older one, and past `most` pairs the longest unchanged one is dropped.

    One that only says that the device is in reach replaces none: the older one says more.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._latest: dict[tuple[str, str], Sighting] = {}

    def put(self, sighting: Sighting) -> bool:
        """Keep it; returns whether the buffer was empty, which is the moment to wake who drains it."""
        with self._lock:
            was_empty = not self._latest
            if sighting.in_reach and (sighting.shopper, sighting.zone) in self._latest:
                return False
            # Taken out first, so that the order is the order of arrival.
            self._latest.pop((sighting.shopper, sighting.zone), None)
            self._latest[sighting.shopper, sighting.zone] = sighting
            if len(self._latest) > self._most:
                del self._latest[next(iter(self._latest))]
            return was_empty

    def drain(self) -> list[Sighting]:
        """Take all of them, the longest unchanged first."""
        with self._lock:
            latest, self._latest = self._latest, {}
        return list(latest.values())
