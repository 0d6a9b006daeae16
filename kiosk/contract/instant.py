"""One reading of both clocks, handed to the core so that it never looks at a clock itself."""

from datetime import UTC, datetime

from msgspec import Struct

NEVER = float("inf")
"""A monotonic time that does not come."""


class Instant(Struct, frozen=True):
    """Now, as every decision sees it.

    `mono` is monotonic seconds: all durations are reckoned by it, so that a clock set back changes none.
    `wall` is aware UTC: only calendars (dayparts, validity) and messages use it.
    `fresh_id` is a UUIDv7 that nobody has used: one step of the core makes at most one new thing.
    """

    mono: float
    wall: datetime
    fresh_id: str


def to_rfc3339(moment: datetime) -> str:
    """Write an aware time as RFC 3339 in UTC with milliseconds: `2026-11-22T09:00:00.123Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
