"""The one place where the screen looks at its clocks and makes ids."""

import time
from datetime import UTC, datetime

import uuid_utils

from kiosk.contract.instant import Instant


def tell_mono() -> float:
    """Monotonic seconds."""
    return time.monotonic()


def tell_wall() -> datetime:
    """Aware time in UTC."""
    return datetime.now(UTC)


def read_instant() -> Instant:
    """Both clocks now, and a UUIDv7 that nobody has used."""
    return Instant(tell_mono(), tell_wall(), str(uuid_utils.uuid7()))
