from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import delete, func, select

from kiosk.contract.offer import Control
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.attribution import Attribution
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign
from kiosk.hub.domain.attribution.contact import Origin
from kiosk.hub.domain.attribution.telling import (
    TellingOfMonth,
    find_month_before,
    find_next_month,
    find_span,
    find_telling_day,
    keep_months_told,
    list_months,
    read_month,
    tell_months,
)
from kiosk.hub.domain.attribution.touching import note_touch
from kiosk.hub.domain.joining.membership import Joining, join_member
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.models.attribution.campaign import Campaign
from kiosk.hub.models.attribution.told_month import ToldMonth
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.store.store import get_store
from kiosk.hub.sample.shop import STORE, TILL
from tests.doubles.deadline import wait_until
from tests.hub.running import Dial

NOVEMBER = date(2026, 11, 1)
_KEY = bytes(32)


def bring(hub: Hub, dial: Dial, people: int, days: float = 3) -> tuple[str, list[str]]:
    """Have so many come by a campaign now, and buy so many days later; its code and their keys."""
    with hub.database.write() as session:
        campaign = begin_campaign(hub, session, STORE, Plan("Herbstmail", "mail"))
        keys = list[str]()
        for number in range(people):
            member = join_member(hub, session, Joining(STORE, "de", consents=(PERSONAL_OFFERS,)), _KEY)
            note_touch(hub, session, member.key, campaign.code)
            receipt = Receipt(
                store_id=STORE,
                till_id=TILL,
                id=f"{campaign.code}-{number}",
                fingerprint="f",
                bought_at=dial.time + timedelta(days=days),
                total=Decimal(10),
                currency="EUR",
                lines=[],
                was_known=True,
                member_key=member.key,
            )
            session.add(receipt)
            keys.append(member.key)
        return campaign.code, keys


def _read(hub: Hub, first: date = NOVEMBER) -> TellingOfMonth | None:
    with hub.database.read() as session:
        return read_month(session, get_store(session, STORE), first)


def _tell(hub: Hub) -> TellingOfMonth:
    tell_months(hub)
    told = _read(hub)
    assert told is not None
    return told


def _count(told: TellingOfMonth, code: str) -> int | None:
    origin = Origin("campaign", code, "mail")
    return next(row.purchases for row in told.report.sales.rows if row.origin == origin)


def test_a_month_is_told_eight_days_after_its_end_and_not_before(hub: Hub, dial: Dial) -> None:
    code, _ = bring(hub, dial, 7)
    dial.time = datetime(2026, 12, 8, 22, 59, tzinfo=UTC)
    tell_months(hub)
    with hub.database.read() as session:
        assert find_next_month(get_store(session, STORE), hub.now()) == NOVEMBER

    assert _read(hub) is None
    assert find_telling_day(NOVEMBER) == date(2026, 12, 9)

    dial.turn(timedelta(minutes=1))
    told = _tell(hub)

    assert told.told_on == date(2026, 12, 9)
    assert (told.report.flows.people, told.report.sales.turnover, _count(told, code)) == (7, 70, 7)


def test_whoever_is_erased_after_that_was_counted_and_stays_so(hub: Hub, dial: Dial) -> None:
    _, keys = bring(hub, dial, 7)
    dial.time = datetime(2026, 12, 10, tzinfo=UTC)
    before = _tell(hub)
    for key in keys:
        with hub.database.erase() as session:
            erase_member(hub, session, session.get_one(Member, key))

    assert _tell(hub) == before


def test_it_is_told_by_the_rule_that_held_then(hub: Hub, dial: Dial) -> None:
    code, _ = bring(hub, dial, 7, days=5)
    dial.time = datetime(2026, 12, 10, tzinfo=UTC)
    strict = replace(hub, settings=replace(hub.settings, attribution=Attribution("last", 4)))
    told = _tell(strict)

    assert (told.report.attribution, _count(told, code)) == (Attribution("last", 4), 0)
    assert _tell(hub) == told


def test_what_reached_somebody_in_the_month_before_counts(hub: Hub, dial: Dial) -> None:
    dial.time = datetime(2026, 10, 25, tzinfo=UTC)
    code, _ = bring(hub, dial, 7, days=9)
    dial.time = datetime(2026, 12, 10, tzinfo=UTC)

    assert _count(_tell(hub), code) == 7


def test_a_month_in_which_nothing_happened_is_told_once_and_offered_to_nobody(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        session.execute(delete(ToldMonth))
    dial.time = datetime(2026, 12, 10, tzinfo=UTC)
    told = _tell(hub)
    with hub.database.read() as session:
        assert list_months(session, get_store(session, STORE)) == []

    bring(hub, dial, 7, days=-15)
    assert _tell(hub) == told


def test_campaigns_that_ran_and_offers_that_were_tried_are_in_it_whatever_came_of_them(hub: Hub, dial: Dial) -> None:
    bring(hub, dial, 7)
    with hub.database.write() as session:
        session.get_one(Offer, "o-lamp").control = Control(0.2)
        over = begin_campaign(hub, session, STORE, Plan("Vorbei", "web")).code
        session.get_one(Campaign, over).begins_at = datetime(2026, 8, 1, tzinfo=UTC)
        session.get_one(Campaign, over).ends_at = datetime(2026, 8, 2, tzinfo=UTC)
        archived = session.get_one(Offer, "o-vase")
        archived.control, archived.archived_at = Control(0.2), datetime(2026, 10, 1, tzinfo=UTC)
    dial.time = datetime(2026, 12, 10, tzinfo=UTC)
    report = _tell(hub).report

    assert over not in {one.origin.name for one in report.reach}
    assert {"window-1", "window-2"} < {one.origin.name for one in report.reach}
    assert [(list(one.offers), one.difference) for one in report.effects] == [(["o-lamp"], None)]


def test_a_store_hears_of_its_months_by_itself_and_once(hub: Hub, dial: Dial) -> None:
    bring(hub, dial, 7)
    dial.time = datetime(2026, 12, 10, tzinfo=UTC)
    with keep_months_told(hub):
        wait_until(lambda: _read(hub) is not None)
    tell_months(hub)
    with hub.database.read() as session:
        assert session.scalar(select(func.count()).select_from(ToldMonth).where(ToldMonth.first == NOVEMBER)) == 1


def test_a_month_is_that_of_the_stores_clocks(hub: Hub) -> None:
    with hub.database.read() as session:
        span = find_span(get_store(session, STORE), date(2026, 10, 1))

    assert span.begin == datetime(2026, 9, 30, 22, tzinfo=UTC)
    assert span.end == datetime(2026, 10, 31, 23, tzinfo=UTC)
    assert find_month_before(date(2026, 1, 1)) == date(2025, 12, 1)
