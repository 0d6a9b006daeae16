"""Tells a store each of its months once: from two tellings of the same month somebody could be reckoned out."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.offer import Offer as StatedOffer
from kiosk.hub.attribution import Attribution
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.contact import Origin
from kiosk.hub.domain.attribution.gathering import gather_month, make_campaign_origin, make_screen_origin
from kiosk.hub.domain.attribution.holdout import Trials, group_draws
from kiosk.hub.domain.attribution.journey import Span
from kiosk.hub.domain.attribution.month_report import MonthReport, make_month_report
from kiosk.hub.domain.report.once import keep_told, tell_once
from kiosk.hub.models.attribution.campaign import list_campaigns
from kiosk.hub.models.attribution.told_month import ToldMonth, find_told_month, list_told_months
from kiosk.hub.models.catalogue.offer import Offer, list_archived_offers, list_offers, state_offer
from kiosk.hub.models.screens.screen import list_screens
from kiosk.hub.models.store.store import Store
from kiosk.poller import Poller

_LATE = timedelta(days=8)
"""From a month's end until it is told: screens tell up to seven days late, and the last of it may still come in."""
_MONTHS = 13
"""Months before that are told no more; `retention.py` keeps what was told for longer, so that none is told twice."""


class TellingOfMonth(Struct, frozen=True):
    """What was told of the month that begins on `first`."""

    first: date
    told_on: date
    report: MonthReport


def find_next_month(store: Store, now: datetime) -> date:
    """The first day of the first month that is not to be told yet."""
    return _begin_month((now - _LATE).astimezone(ZoneInfo(store.time_zone)).date())


def find_telling_day(first: date) -> date:
    """The day from which on the month that begins on `first` is told."""
    return _find_next(first) + _LATE


def list_months(session: Session, store: Store) -> list[date]:
    """The first days of the months that were told and in which something happened, the last first."""
    told = list_told_months(session, store.id)
    return [month.first for month in told if not msgspec.convert(month.report, MonthReport).is_empty]


def read_month(session: Session, store: Store, first: date) -> TellingOfMonth | None:
    """What was told of the month that begins on `first`."""
    row = find_told_month(session, store.id, first)
    if row is None:
        return None
    told_on = row.told_at.astimezone(ZoneInfo(store.time_zone)).date()
    return TellingOfMonth(first, told_on, msgspec.convert(row.report, MonthReport))


def make_told_month(store: Store, first: date, report: MonthReport, now: datetime) -> ToldMonth:
    """The report as it is kept."""
    return ToldMonth(store_id=store.id, first=first, told_at=now, report=msgspec.to_builtins(report))


def find_span(store: Store, first: date) -> Span:
    """The month, by the store's clocks."""
    begin, end = (datetime.combine(day, time(), ZoneInfo(store.time_zone)) for day in (first, _find_next(first)))
    return Span(begin, end)


def find_month_before(first: date) -> date:
    """The first day of the month before."""
    return _begin_month(first - timedelta(days=1))


def keep_months_told(hub: Hub) -> Poller:
    """Until this ends, look every hour whether another month is due."""
    return keep_told("months", lambda: tell_months(hub))


def tell_months(hub: Hub) -> None:
    """Tell all stores the months that are due and were not told."""
    tell_once(hub, lambda session, store: _make_months(hub, session, store), _is_told)


def _is_told(session: Session, month: ToldMonth) -> bool:
    return find_told_month(session, month.store_id, month.first) is not None


def _make_months(hub: Hub, session: Session, store: Store) -> Iterator[ToldMonth]:
    told, first = {month.first for month in list_told_months(session, store.id)}, find_next_month(store, hub.now())
    for _ in range(_MONTHS):
        first = find_month_before(first)
        if first not in told:
            report = _report_month(session, store, first, hub.settings.attribution)
            yield make_told_month(store, first, report, hub.now())


def _report_month(session: Session, store: Store, first: date, attribution: Attribution) -> MonthReport:
    span = find_span(store, first)
    facts, seen = gather_month(session, store.id, span, span.begin - timedelta(days=attribution.days))
    trials = Trials(group_draws(_list_shown(session, store, span)), store.control_salt, seen)
    return make_month_report(facts, span, attribution, _list_origins(session, store, span), trials)


def _list_origins(session: Session, store: Store, span: Span) -> Iterator[Origin]:
    """The screens that there are, and the campaigns that ran in the span."""
    for screen in list_screens(session, store.id):
        yield make_screen_origin(screen.id)
    for campaign in list_campaigns(session, store.id):
        if campaign.begins_at < span.end and (campaign.ends_at is None or campaign.ends_at > span.begin):
            yield make_campaign_origin(campaign)


def _list_shown(session: Session, store: Store, span: Span) -> list[StatedOffer]:
    """The offers that screens may have shown in the span."""
    offers = [*list_offers(session, store.id), *list_archived_offers(session, store.id)]
    return [state_offer(offer, span.end) for offer in offers if _was_on(offer, span)]


def _was_on(offer: Offer, span: Span) -> bool:
    has_begun = offer.valid_from is None or offer.valid_from < span.end
    ends = (end for end in (offer.valid_until, offer.archived_at) if end is not None)
    return has_begun and all(end > span.begin for end in ends)


def _begin_month(day: date) -> date:
    return day.replace(day=1)


def _find_next(first: date) -> date:
    return _begin_month(first + timedelta(days=31))
