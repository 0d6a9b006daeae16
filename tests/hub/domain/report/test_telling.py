from datetime import date, timedelta

from sqlalchemy import func, select

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.report.telling import (
    Told,
    find_next_week,
    find_telling,
    keep_weeks_told,
    list_weeks,
    read_week,
    tell_weeks,
)
from kiosk.hub.domain.retention.aged import AGED, drop_aged
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.stay import Stay
from kiosk.hub.models.store.store import get_store
from kiosk.hub.models.store.told_week import ToldWeek
from kiosk.hub.sample.shop import STORE
from tests.doubles.deadline import wait_until
from tests.hub.domain.report.week import MONDAY, keep, see
from tests.hub.running import NOW, Dial

TELLING = timedelta(days=9)
"""From `NOW`, a Sunday in the week of `MONDAY`, to the Tuesday nine days on: the week is told from that day on."""
_LEAST_KEPT = timedelta(days=400)


def _read(hub: Hub, monday: date = MONDAY) -> Told | None:
    with hub.database.read() as session:
        return read_week(session, get_store(session, STORE), monday)


def _tell(hub: Hub) -> Told:
    tell_weeks(hub)
    told = _read(hub)
    assert told is not None
    return told


def _erase(hub: Hub, key: str) -> None:
    with hub.database.erase() as session:
        erase_member(hub, session, session.get_one(Member, key))


def test_a_week_is_told_eight_days_after_its_end_and_not_before(hub: Hub, dial: Dial) -> None:
    keep(hub, "o-vase", 8)
    dial.turn(TELLING - timedelta(days=1))
    tell_weeks(hub)
    with hub.database.read() as session:
        soon = find_next_week(get_store(session, STORE), hub.now())

    assert _read(hub) is None
    assert (soon, find_telling(soon)) == (MONDAY, date(2026, 12, 1))

    dial.turn(timedelta(days=1))
    told = _tell(hub)

    assert told.told_on == find_telling(MONDAY)
    assert told.report.sums == (0, 0, 8, 8)
    with hub.database.read() as session:
        assert find_next_week(get_store(session, STORE), hub.now()) == MONDAY + timedelta(weeks=1)


def test_whoever_is_erased_was_in_the_same_report_before_and_after(hub: Hub, dial: Dial) -> None:
    keys = keep(hub, "o-vase", 8)
    see(hub, "kiosk.tap", NOW, [f"o-vase-{number}" for number in range(8)])
    dial.turn(TELLING)
    before = _tell(hub)

    assert before.report.sums == (0, 8, 8, 8)
    for key in keys:
        _erase(hub, key)
        assert _tell(hub) == before


def test_who_is_erased_before_the_week_is_told_is_not_counted_as_several(hub: Hub, dial: Dial) -> None:
    (key,) = keep(hub, "o-vase", 1)
    see(hub, "kiosk.tap", NOW, ["o-vase-0"] * 5)
    _erase(hub, key)
    dial.turn(TELLING)

    assert _tell(hub).report.sums[1] is None


def test_what_comes_late_changes_nothing_that_was_told(hub: Hub, dial: Dial) -> None:
    see(hub, "kiosk.impression", NOW, [None] * 9)
    dial.turn(TELLING)
    before = _tell(hub)
    see(hub, "kiosk.impression", NOW, [None] * 9)

    assert _tell(hub) == before


def test_who_comes_into_a_segment_or_leaves_it_is_not_seen_until_the_next_week_is_told(hub: Hub, dial: Dial) -> None:
    dial.turn(TELLING)
    with hub.database.write() as session:
        for number in range(10):
            session.add(Member(key=f"s_{number}", store_id=STORE, joined_at=NOW, language="de", segments=[]))
            session.flush()
            session.add(Stay(store_id=STORE, segment_id="garden", member_key=f"s_{number}", since=NOW))
    before = _tell(hub)
    _erase(hub, "s_0")
    after = _tell(hub)
    dial.turn(timedelta(days=7))
    tell_weeks(hub)
    later = _read(hub, MONDAY + timedelta(weeks=1))

    assert (before.segments["garden"], after) == (10, before)
    assert later is not None
    assert later.segments["garden"] == 5


def test_a_year_of_weeks_is_told_and_each_once(hub: Hub) -> None:
    tell_weeks(hub)
    tell_weeks(hub)
    with hub.database.read() as session:
        weeks = list_weeks(session, get_store(session, STORE))
        stores = session.scalar(select(func.count(func.distinct(ToldWeek.store_id))))

        assert (weeks[0], len(weeks)) == (date(2026, 11, 2), 53)
        assert session.scalar(select(func.count()).select_from(ToldWeek)) == 53 * (stores or 0)


def test_no_week_is_let_go_while_it_would_be_told_anew(hub: Hub, dial: Dial) -> None:
    dial.turn(TELLING)
    _tell(hub)
    dial.turn(_LEAST_KEPT)
    with hub.database.write() as session:
        drop_aged(session, AGED["told_weeks"], hub.now())
    tell_weeks(hub)

    assert _read(hub) is None


def test_while_the_hub_serves_weeks_are_told_by_themselves(hub: Hub) -> None:
    with keep_weeks_told(hub):
        wait_until(lambda: _read(hub, date(2026, 11, 2)) is not None)
