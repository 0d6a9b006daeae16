"""Decides of an errand: run it, wait, or let it be over. Pure."""

from datetime import datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.hub.manners import Manners, find_tomorrow

MOST_TRIES = 8
OLDEST = timedelta(days=3)
"""What could not be said for so long is said no more: it stands on her page."""
READ, TOO_LATE, GIVEN_UP = "read", "too_late", "given_up"
NO_CONSENT, NO_ADDRESS, REFUSED = "no_consent", "no_address", "refused"
HANDED_ON = frozenset({NO_CONSENT, NO_ADDRESS, REFUSED, GIVEN_UP})
"""After these the next channel is tried."""
_SHORTEST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)


class Facts(Struct, frozen=True):
    """What decides; `sent_today` counts what all channels brought her since the store's midnight."""

    written_at: datetime
    is_read: bool
    is_allowed: bool
    is_awaited: bool
    sent_today: int
    tries: int


class Run(Struct, frozen=True):
    """Run it now."""


class Wait(Struct, frozen=True):
    """Look at it again then."""

    until: datetime


class Close(Struct, frozen=True):
    """Let it be over, for this reason."""

    outcome: str


Decision: TypeAlias = Run | Wait | Close


def decide(facts: Facts, manners: Manners, now: datetime, zone: ZoneInfo) -> Decision:
    """What is to be done about an errand that is due."""
    outcome = _find_end(facts, now)
    if outcome:
        return Close(outcome)
    quiet_until = manners.quiet.find_end(now, zone)
    if quiet_until:
        return Wait(quiet_until)
    if not facts.is_awaited and facts.sent_today >= manners.per_day:
        return Wait(find_tomorrow(now, zone, manners.quiet))
    return Run()


def reckon_pause(tries: int, asked: timedelta | None) -> timedelta:
    """How long to wait after so many tries; the other side may ask for longer."""
    own = min(_SHORTEST_PAUSE * (1 << (tries - 1)), _LONGEST_PAUSE)
    return max(own, asked or own)


def _find_end(facts: Facts, now: datetime) -> str | None:
    ends = (
        (facts.is_read, READ),
        (now - facts.written_at >= OLDEST, TOO_LATE),
        (not facts.is_allowed, NO_CONSENT),
        (facts.tries >= MOST_TRIES, GIVEN_UP),
    )
    return next((outcome for is_so, outcome in ends if is_so), None)
