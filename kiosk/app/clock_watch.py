"""Notices a wall clock that cannot be right: offers begin and end by it, and taps are dated by it."""

from datetime import timedelta

from kiosk.contract.instant import Instant
from kiosk.version import BUILT

TOLERANCE = timedelta(seconds=2)
"""Clocks that are kept right by NTP are nudged by less."""


class ClockWatch:
    """Remembers the latest time that it saw; no duration is ever reckoned by this clock."""

    def __init__(self) -> None:
        self._latest = BUILT

    def look(self, now: Instant) -> str | None:
        """`not_set` or `set_back` (until the clock shows again what it showed before); `None`: it may be right."""
        if now.wall < BUILT:
            return "not_set"
        if now.wall < self._latest - TOLERANCE:
            return "set_back"
        self._latest = max(self._latest, now.wall)
        return None
