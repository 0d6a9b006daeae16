"""What happened in a store in one week, as the database has it, and how many are in each segment.

No other span is told than whole weeks: from two reports that overlap somebody could be reckoned out. When, and that it
is told but once, is the affair of `telling.py`.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from kiosk.hub.domain.report.figures import Happened, Measure, Report, make_report
from kiosk.hub.domain.report.suppression import K
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.profile.stay import count_stays
from kiosk.hub.models.screens.screen import list_screens
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.store.store import Store

_EVENTS: Mapping[str, Measure] = {"kiosk.impression": "shown", "kiosk.tap": "tapped"}
_LATE = timedelta(days=7)
"""What a screen tells later than that is not in the report of its day."""
_NOBODY = ""
"""Who tapped without keeping anything, or was erased since: all of them may be one and the same."""
ELSEWHERE = ""
"""The department of what was kept on a phone."""


def report_week(session: Session, store: Store, monday: date) -> Report:
    """The report of the week that begins on this Monday."""
    days = [monday + timedelta(days=number) for number in range(7)]
    zones = {screen.id: next(iter(screen.zones), ELSEWHERE) for screen in list_screens(session, store.id)}
    happened = [one for day in days for one in _list_day(session, store, day, zones)]
    return make_report(happened, days)


def count_segments(session: Session, store: Store) -> dict[str, int | None]:
    """How many are in each segment now, down to whole fives; `None`: fewer than `K`.

    Whoever looked again and again would see the one who makes five full come or go: so it is told with a week, and
    stays as it is until the next is told.
    """
    return {name: number // K * K or None for name, number in sorted(count_stays(session, store.id).items())}


def _list_day(session: Session, store: Store, day: date, zones: Mapping[str, str]) -> Iterator[Happened]:
    zone = ZoneInfo(store.time_zone)
    begin = datetime.combine(day, time(), zone)
    end = datetime.combine(day + timedelta(days=1), time(), zone)
    yield from _list_seen(session, store, (begin, end), zones)
    yield from _list_kept(session, store, (begin, end), zones)


def _list_seen(
    session: Session, store: Store, span: tuple[datetime, datetime], zones: Mapping[str, str]
) -> Iterator[Happened]:
    begin, end = span
    offer, bookmark = Event.data["offer"].as_string(), Event.data["bookmark"].as_string()
    is_kept = and_(Bookmark.store_id == store.id, Bookmark.id == bookmark)
    who = func.coalesce(Bookmark.member_key, bookmark, _NOBODY)
    query = select(Event.type, Event.screen_id, offer, who, func.count()).outerjoin(Bookmark, is_kept)
    query = query.where(
        Event.store_id == store.id,
        Event.received_at >= begin,
        Event.received_at < end + _LATE,
        func.coalesce(Event.happened_at, Event.received_at) >= begin,
        func.coalesce(Event.happened_at, Event.received_at) < end,
        Event.type.in_(_EVENTS),
        offer.is_not(None),
    )
    day = begin.date()
    for kind, screen, name, tapper, times in session.execute(query.group_by(Event.type, Event.screen_id, offer, who)):
        measure = _EVENTS[kind]
        person = tapper if measure == "tapped" else None
        yield Happened(measure, day, zones.get(screen, ELSEWHERE), name, times, person)


def _list_kept(
    session: Session, store: Store, span: tuple[datetime, datetime], zones: Mapping[str, str]
) -> Iterator[Happened]:
    begin, end = span
    day = begin.date()
    moments: tuple[tuple[Measure, str], ...] = (("kept", "kept_at"), ("redeemed", "redeemed_at"))
    for measure, column in moments:
        moment = getattr(Bookmark, column)
        query = select(Bookmark.member_key, Bookmark.zone, Bookmark.screen_id, Bookmark.offer_id)
        query = query.where(Bookmark.store_id == store.id, moment >= begin, moment < end)
        for member, zone, screen, offer in session.execute(query):
            yield Happened(measure, day, zone or zones.get(screen or "", ELSEWHERE), offer, person=member)
