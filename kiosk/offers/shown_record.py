"""What a screen remembers of its day as plain data, so that it can be kept over a restart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.instant import Instant
from kiosk.contract.offer import Id
from kiosk.contract.rule import Count
from kiosk.offers.shown import DAY_S, HOUR_S, Held, Shown, Tally, Today

MOST = 10_000
"""So much of each kind is kept, the latest of it: a screen that shows somebody an offer every six seconds has some
7,000 showings in twelve hours."""

Moment = Annotated[float, Meta(ge=-1e12, le=1e12)]
"""Seconds since 1970 by the clock that the screen had."""


class TallyRow(Struct, frozen=True, array_like=True):
    """A shopper's tally of an offer."""

    shopper: Id
    offer: Id
    count: Count
    last: Moment


class ShownRecord(Struct, frozen=True):
    """A `Shown`, and when it was written; `times` are pairs of an offer and a moment at which it was shown."""

    written_at: Moment
    day: date
    since: Moment
    tallies: Annotated[tuple[TallyRow, ...], Meta(max_length=MOST)]
    times: Annotated[tuple[tuple[Id, Moment], ...], Meta(max_length=MOST)]
    showings: Annotated[dict[Id, Count], Meta(max_length=MOST)]
    held: Annotated[dict[Id, Held], Meta(max_length=MOST)]


def record_shown(shown: Shown, now: Instant) -> ShownRecord:
    """What is remembered now, for another life of the program."""
    to_wall = now.wall.timestamp() - now.mono
    latest = sorted(shown.tallies.items(), key=lambda item: item[1].last)[-MOST:]
    times = sorted((time, offer) for offer, times in shown.times.items() for time in times)[-MOST:]
    return ShownRecord(
        written_at=now.wall.timestamp(),
        day=shown.today.day,
        since=to_wall + shown.today.since,
        tallies=tuple(TallyRow(*key, tally.count, to_wall + tally.last) for key, tally in latest),
        times=tuple((offer, to_wall + time) for time, offer in times),
        showings=dict(list(shown.today.showings.items())[-MOST:]),
        held=dict(list(shown.held.items())[-MOST:]),
    )


def recall_shown(record: ShownRecord, now: Instant) -> Shown:
    """What a record lets a new life of the program remember.

    No time has passed since it was written where the clock says that it is earlier now, for then nobody knows how
    much: caps and cooldowns go on as they were, and end after the time that they had left. A clock that runs ahead
    cannot be told from a night that has passed, and frees them once.
    """
    to_mono = now.mono - max(now.wall.timestamp(), record.written_at)
    rows = [(row, min(row.last + to_mono, now.mono)) for row in record.tallies]
    since = min(record.since + to_mono, now.mono)
    tallies = {(row.shopper, row.offer): Tally(row.count, last) for row, last in rows if now.mono - last < DAY_S}
    return Shown(
        tallies=tallies,
        times=_gather_times(((offer, min(time + to_mono, now.mono)) for offer, time in record.times), now.mono),
        today=Today(record.day, since, _count_contacts(tallies, since), record.showings),
        held=record.held,
    )


def _gather_times(shown: Iterable[tuple[str, float]], now_mono: float) -> dict[str, tuple[float, ...]]:
    """By offer those of the last hour, in their order."""
    times = defaultdict[str, list[float]](list)
    for offer, time in shown:
        if now_mono - time < HOUR_S:
            times[offer].append(time)
    return {offer: tuple(sorted(found)) for offer, found in times.items()}


def _count_contacts(tallies: Mapping[tuple[str, str], Tally], since: float) -> Counter[str]:
    contacts = Counter[str]()
    for (shopper, _), tally in tallies.items():
        if tally.last >= since:
            contacts[shopper] += tally.count
    return contacts
