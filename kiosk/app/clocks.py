"""The one place where the screen looks at its clocks and makes ids."""

import time
from datetime import UTC, datetime, tzinfo

import uuid_utils

from kiosk.contract.instant import Instant


def tell_mono() -> float:
    """Monotonic seconds."""
    return time.monotonic()


def tell_wall(zone: tzinfo = UTC) -> datetime:
    """Aware time, in UTC or in the zone that is named."""
    return datetime.now(zone)


def read_instant() -> Instant:
    """Both clocks now, and a UUIDv7 that nobody has used."""
    return Instant(tell_mono(), tell_wall(), str(uuid_utils.uuid7()))
