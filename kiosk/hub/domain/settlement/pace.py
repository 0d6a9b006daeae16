"""How often a provider is asked how a payment stands: pure."""

from datetime import datetime, timedelta

_FIRST, _LAST = timedelta(seconds=5), timedelta(minutes=5)


def find_next_look(made_at: datetime, now: datetime) -> datetime:
    """Ever more seldom, a tenth of its age from now on: within seconds at first, and never more than minutes apart."""
    return now + min(max((now - made_at) / 10, _FIRST), _LAST)
