"""How often a provider is asked how a payment stands: pure."""

from datetime import datetime, timedelta

UNDER_WAY = timedelta(minutes=1)
"""So long a question may take to reach a provider: longer than any of them is waited for."""
AFTERWARDS = timedelta(hours=1)
"""So long after one was let go that may have been under way it is made sure that nobody paid it."""
_FIRST, _LAST = timedelta(seconds=5), timedelta(minutes=5)


def find_next_look(made_at: datetime, now: datetime) -> datetime:
    """Ever more seldom, a tenth of its age from now on: within seconds at first, and never more than minutes apart."""
    return now + min(max((now - made_at) / 10, _FIRST), _LAST)


def is_under_way(begun_at: datetime, now: datetime) -> bool:
    """Whether a question that went out then may not have reached the provider yet."""
    return now < begun_at + UNDER_WAY
