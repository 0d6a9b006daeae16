"""Tells a store each of its weeks once: who is erased after that, and what comes late, changes nothing that was told.

From two tellings of the same week somebody could be reckoned out, who was in one of them alone.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.report.figures import Report
from kiosk.hub.domain.report.gathering import count_segments, report_week
from kiosk.hub.domain.report.once import keep_told, tell_once
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.store.told_week import ToldWeek, find_told_week, list_told_mondays
from kiosk.poller import Poller

_AFTER = timedelta(days=7 + 8)
"""From a week's Monday until it is told: screens tell up to seven days late, and the last of it may still come in."""
_WEEKS = 53
"""Weeks that ended before that are told no more; `retention.py` keeps what was told for longer, so that none is told
twice."""


class Told(Struct, frozen=True):
    """The figures of a week; `segments` are those of the day on which they were told, down to whole fives."""

    monday: date
    told_on: date
    report: Report
    segments: dict[str, int | None]


def find_next_week(store: Store, now: datetime) -> date:
    """The Monday of the first week that is not to be told yet."""
    day = _find_today(store, now) - _AFTER
    return day - timedelta(days=day.weekday()) + timedelta(weeks=1)


def find_telling(monday: date) -> date:
    """The day from which on the week that begins on this Monday is told."""
    return monday + _AFTER


def list_weeks(session: Session, store: Store) -> list[date]:
    """The Mondays of the weeks that were told, the last first."""
    return list(list_told_mondays(session, store.id))


def read_week(session: Session, store: Store, monday: date) -> Told | None:
    """What was told of the week that begins on this Monday."""
    row = find_told_week(session, store.id, monday)
    if row is None:
        return None
    report = msgspec.convert(row.report, Report)
    return Told(monday, _find_today(store, row.told_at), report, row.segments)


def keep_weeks_told(hub: Hub) -> Poller:
    """Until this ends, look every hour whether another week is due."""
    return keep_told("weeks", lambda: tell_weeks(hub))


def tell_weeks(hub: Hub) -> None:
    """Tell all stores the weeks that are due, and were not told."""
    tell_once(hub, lambda session, store: _make_weeks(session, store, hub.now()), _is_told)


def _is_told(session: Session, week: ToldWeek) -> bool:
    return find_told_week(session, week.store_id, week.monday) is not None


def _make_weeks(session: Session, store: Store, now: datetime) -> list[ToldWeek]:
    end, told = find_next_week(store, now), {*list_weeks(session, store)}
    mondays = {end - timedelta(weeks=number) for number in range(1, _WEEKS + 1)} - told
    segments = count_segments(session, store)
    return [
        ToldWeek(
            store_id=store.id,
            monday=monday,
            told_at=now,
            report=msgspec.to_builtins(report_week(session, store, monday)),
            segments=segments,
        )
        for monday in sorted(mondays)
    ]


def _find_today(store: Store, now: datetime) -> date:
    return now.astimezone(ZoneInfo(store.time_zone)).date()
