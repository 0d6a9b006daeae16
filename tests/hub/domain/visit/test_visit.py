from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.visit.visit import PATIENCE, Arrival, check_in, close_visit, find_end, find_running, note_zones
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.visit.visit import End, Visit
from tests.hub.domain.basket.goods import PEN, find_member, make, stock
from tests.hub.models.visit.test_visit import make_visit
from tests.hub.running import NOW, Dial

MINUTE = timedelta(minutes=1)


def come(hub: Hub, session: Session, ago: timedelta = timedelta(0)) -> Visit | None:
    return check_in(hub, session, find_member(session), Arrival("card", hub.now() - ago, "window-1"))


def test_who_comes_twice_is_on_one_visit(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        first = come(hub, session)
        dial.turn(10 * MINUTE)
        again = come(hub, session)

        assert first is again
        assert first
        assert (first.began_at, first.seen_at, first.screen_id) == (NOW, NOW + 10 * MINUTE, "window-1")


def test_a_screen_that_was_offline_begins_no_visit_that_is_over(hub: Hub) -> None:
    with hub.database.write() as session:
        assert come(hub, session, ago=PATIENCE) is None
        assert come(hub, session, ago=PATIENCE - MINUTE) is not None


def test_a_screen_whose_clock_is_ahead_lets_nobody_come_in_the_future(hub: Hub) -> None:
    with hub.database.write() as session:
        visit = come(hub, session, ago=-timedelta(days=1))

        assert visit
        assert visit.began_at == NOW


def test_without_a_sign_for_an_hour_it_ends_with_her_last_one(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        stock(session)
        visit = come(hub, session)
        dial.turn(30 * MINUTE)
        make(hub, session, Add(PEN))
        dial.turn(PATIENCE - MINUTE)
        assert find_running(hub, session, find_member(session)) is visit
        dial.turn(MINUTE)

        assert find_running(hub, session, find_member(session)) is None
        assert visit
        assert (visit.ended_at, visit.ended_by) == (NOW + 30 * MINUTE, "left")


@pytest.mark.parametrize("by", ["paid", "ended"])
def test_it_ends_when_she_paid_or_says_so_and_stays_so(hub: Hub, dial: Dial, by: End) -> None:
    with hub.database.write() as session:
        visit, member = come(hub, session), find_member(session)
        for _ in range(2):
            close_visit(session, member, hub.now(), by)
            dial.turn(MINUTE)

        assert visit
        assert (visit.ended_at, visit.ended_by) == (NOW, by)
        assert come(hub, session) is not visit


def test_who_turned_out_to_be_another_is_on_the_visit_of_that_one(hub: Hub) -> None:
    with hub.database.write() as session:
        person = find_member(session)
        other = Member(key="s_other", store_id=person.store_id, joined_at=NOW, language="de", segments=[])
        other.person_key = person.key
        session.add(other)
        session.flush()

        assert check_in(hub, session, other, Arrival("phone", NOW)) is find_running(hub, session, person)


@pytest.mark.parametrize(
    ("began", "last", "now", "end"),
    [
        ("2026-11-22T21:00", "2026-11-22T22:30", "2026-11-22T22:50", None),
        ("2026-11-22T21:00", "2026-11-22T22:30", "2026-11-22T23:05", "night"),
        ("2026-11-22T21:00", "2026-11-22T22:30", "2026-11-22T23:30", "left"),
    ],
)
def test_it_ends_with_the_stores_own_day(began: str, last: str, now: str, end: str | None) -> None:
    times = [NOW.fromisoformat(f"{text}:00+00:00") for text in (began, last, now)]
    visit = make_visit(times[0])

    assert find_end(visit, times[1], times[2], ZoneInfo("Europe/Berlin")) == end


def test_each_zone_is_gathered_once_in_its_order() -> None:
    visit = make_visit()
    for zones in (["home"], ["shoes", "home"], []):
        note_zones(visit, zones, NOW - MINUTE)

    assert (visit.zones, visit.seen_at) == (["home", "shoes"], NOW)
