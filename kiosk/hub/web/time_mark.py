"""The mark that a link to earlier entries names."""

from datetime import UTC, datetime

from kiosk.hub.domain.profile.timeline import Mark


def write_mark(mark: Mark) -> str:
    """The mark as text: seconds since 1970, and behind how many entries of that time."""
    return f"{mark.at.timestamp()}~{mark.number}"


def read_mark(text: str | None) -> Mark | None:
    """The mark of this text; one that no calendar has is none."""
    seconds, _, number = (text or "").partition("~")
    try:
        return Mark(datetime.fromtimestamp(float(seconds), UTC), max(int(number or 0), 0))
    except (ValueError, OverflowError, OSError):
        return None
