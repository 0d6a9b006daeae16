from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.visit.exit import Passage, go_out, stay_on
from kiosk.hub.domain.visit.visit import EXIT_PATIENCE, Arrival, check_in, find_running, settle_visit
from kiosk.hub.models.visit.visit import Visit, Way, list_unended
from tests.hub.domain.basket.goods import PEN, find_member, make, stock
from tests.hub.running import NOW, Dial

MINUTE = timedelta(minutes=1)


def come(hub: Hub, session: Session, dial: Dial, way: Way = "card") -> Visit:
    """She comes in, and a minute passes."""
    visit = check_in(hub, session, find_member(session), Arrival(way, hub.now()))
    assert visit
    dial.turn(MINUTE)
    return visit


def go(hub: Hub, session: Session, stay: timedelta = timedelta(), ago: timedelta = timedelta()) -> bool:
    """An exit tells that she was there for so long, until then; whether she goes by that."""
    until = hub.now() - ago
    return go_out(hub, session, find_member(session), Passage(until - stay, until)) is not None


def test_who_is_seen_at_an_exit_after_all_else_has_left_once_nothing_is_heard_of_her(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        visit = come(hub, session, dial)
        assert go(hub, session)
        dial.turn(EXIT_PATIENCE)

        assert settle_visit(session, visit, hub.now())
        assert (visit.ended_at, visit.ended_by, visit.exit_at) == (NOW + MINUTE, "left", NOW + MINUTE)


def test_nobody_comes_in_by_an_exit(hub: Hub) -> None:
    with hub.database.write() as session:
        assert not go(hub, session)
        stay_on(hub, session, find_member(session), NOW)

        assert list_unended(session, [find_member(session).key]) == []


def test_a_stay_that_began_before_she_put_something_in_is_no_going(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        stock(session)
        visit = come(hub, session, dial)
        make(hub, session, Add(PEN))
        dial.turn(MINUTE)

        assert not go(hub, session, stay=2 * MINUTE)
        assert not go(hub, session, stay=MINUTE)
        assert visit.exit_at is None
        assert visit.seen_at == hub.now()
        assert go(hub, session, stay=MINUTE / 2)


def test_what_an_exit_tells_late_is_no_going_where_she_was_heard_of_since(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        visit = come(hub, session, dial)
        dial.turn(5 * MINUTE)
        stay_on(hub, session, find_member(session), hub.now() - MINUTE)

        assert not go(hub, session, ago=2 * MINUTE)
        assert not go(hub, session, ago=timedelta(hours=1))
        assert visit.seen_at == hub.now() - MINUTE


def test_an_exit_whose_clock_is_ahead_makes_no_stay_begin_later_than_it_did(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        stock(session)
        come(hub, session, dial)
        make(hub, session, Add(PEN))
        dial.turn(MINUTE)

        assert not go(hub, session, stay=2 * MINUTE, ago=-5 * MINUTE)


def test_who_stays_at_an_exit_for_long_goes_as_that_is_over(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        visit = come(hub, session, dial)
        for minutes in range(5):
            assert go(hub, session, stay=minutes * MINUTE)
            visit.told = "a-bill"
            dial.turn(MINUTE)

        assert (visit.exit_at, visit.told) == (hub.now() - MINUTE, "a-bill")


@pytest.mark.parametrize("way", ["card", "phone", "beacon"])
def test_any_sign_of_her_undoes_it(hub: Hub, dial: Dial, way: Way) -> None:
    with hub.database.write() as session:
        visit = come(hub, session, dial)
        assert go(hub, session)
        visit.told = "a-bill"
        assert come(hub, session, dial, way) is visit

        assert (visit.exit_at, visit.told) == (None, "")


def test_a_card_that_might_be_a_copy_says_only_that_she_may_not_have_gone(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        visit = come(hub, session, dial)
        assert go(hub, session)
        dial.turn(MINUTE)
        stay_on(hub, session, find_member(session), hub.now())

        assert visit.exit_at is None
        assert find_running(hub, session, find_member(session)) is visit
