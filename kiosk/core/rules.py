"""What the core must know of this screen's settings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.contract.instant import Instant
from kiosk.core.night.hours import NO_NIGHT, Night
from kiosk.offers.situation import NO_POLICY, Policy


class Rules(Struct, frozen=True):
    """Fixed for the life of the program; durations are seconds."""

    store: str
    screen: str
    zones: frozenset[str]
    languages: tuple[str, ...]
    time_zone: ZoneInfo
    offer_min_s: float
    offer_max_s: float
    linger_s: float
    saved_s: float
    cooldown_s: float
    hint_s: float
    policy: Policy = NO_POLICY
    browse_s: float = 60.0
    scanned_s: float = 20.0
    night: Night = NO_NIGHT

    def tell_local(self, now: Instant) -> datetime:
        """The store's own time."""
        return now.wall.astimezone(self.time_zone)
