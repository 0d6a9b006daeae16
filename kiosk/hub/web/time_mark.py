"""The time that a link to earlier entries names."""

from datetime import UTC, datetime


def read_mark(seconds: float | None) -> datetime | None:
    """The time of so many seconds since 1970; one that no calendar has is none."""
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
