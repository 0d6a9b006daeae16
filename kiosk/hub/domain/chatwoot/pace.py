"""How often the hub looks by itself for answers at the store's Chatwoot, in case a bell was not heard: pure."""

from datetime import datetime, timedelta

_SHORTEST, _LONGEST = timedelta(minutes=1), timedelta(days=1)
_SHARE = 10


def plan_look(stirred_at: datetime, now: datetime) -> datetime:
    """When to look next: the longer nothing was said, the later."""
    return now + min(max((now - stirred_at) / _SHARE, _SHORTEST), _LONGEST)
