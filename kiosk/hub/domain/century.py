"""The times that the hub takes from others: those of this century."""

from datetime import UTC, datetime

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_LAST = datetime(2100, 1, 1, tzinfo=UTC)


def refuse_far_times(value: datetime) -> datetime:
    """Raise `ValueError` outside 2000 to 2100: at the calendar's ends a time has no equal in UTC."""
    if not _FIRST <= value < _LAST:
        message = "not of this century"
        raise ValueError(message)
    return value
