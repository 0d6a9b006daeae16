"""The lot of the day: whoever it falls on is looked at, and nothing that she does has it fall anew."""

from dataclasses import replace
from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import SetCount
from kiosk.hub.domain.leaving.departure import see_leaving
from kiosk.hub.domain.leaving.judgement import find_doubt
from kiosk.hub.domain.settlement.day_lot import is_drawn_today
from kiosk.hub.domain.visit.visit import close_visit, find_running
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.settlement.exit_pass import find_pass_of
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.leaving.conftest import walker
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import NOW

__all__ = ["walker"]
DAYS = 40


def draw(walker: Walker) -> bool:
    with walker.hub.database.read() as session:
        return is_drawn_today(walker.hub, session, walker.get_member(session))


def come_anew(walker: Walker) -> object:
    """She takes all out, says that she goes, and comes in again: what she reads then of charging her on leaving."""
    walker.put(*(SetCount(one.line.id, 0) for one in walker.look().lines))
    with walker.hub.database.write() as session:
        close_visit(session, walker.get_member(session), walker.hub.now())
    walker.shop()
    with walker.hub.database.write() as session:
        running = find_running(walker.hub, session, walker.get_member(session))
        assert running
        leaving = see_leaving(walker.hub, session, running, "word")
        assert leaving
        return find_doubt(leaving, leaving.standing.bill)


def share(walker: Walker, part: float) -> None:
    walker.hub = replace(walker.hub, settings=replace(walker.hub.settings, looked_at=part))


def test_it_falls_on_as_many_as_the_store_says_each_day_anew(walker: Walker) -> None:
    share(walker, 0.5)
    drawn = list[bool]()
    for _ in range(DAYS):
        drawn.append(draw(walker))
        walker.dial.turn(timedelta(days=1))

    assert set(drawn) == {True, False}
    share(walker, 0.0)
    assert not draw(walker)
    share(walker, 1.0)
    assert draw(walker)


def test_who_comes_in_again_or_allows_it_anew_draws_no_other(walker: Walker) -> None:
    share(walker, 0.5)
    while not draw(walker):
        walker.dial.turn(timedelta(days=1))
    walker.allow()
    said = {come_anew(walker) for _ in range(5)}
    walker.revoke()
    walker.allow()
    said.add(come_anew(walker))

    assert said == {"look_due"}


def test_others_draw_their_own(hub: Hub) -> None:
    hub = replace(hub, settings=replace(hub.settings, looked_at=0.5))
    with hub.database.write() as session:
        members = [
            Member(key=f"s_{one}", store_id=STORE, joined_at=NOW, language="en", segments=[]) for one in range(DAYS)
        ]
        session.add_all(members)
        session.flush()

        assert {is_drawn_today(hub, session, one) for one in members} == {True, False}


def test_whoever_it_fell_on_is_looked_at_though_she_pays_herself(walker: Walker) -> None:
    share(walker, 0.5)
    seen = set[tuple[bool, bool]]()
    for _ in range(DAYS):
        drawn = draw(walker)
        walker.put_pens(1)
        settlement_id = walker.pay()
        with walker.hub.database.read() as session:
            found = find_pass_of(session, settlement_id)
            assert found
            seen.add((drawn, found.is_sampled))
        walker.dial.turn(timedelta(days=1))

    assert seen == {(True, True), (False, True), (False, False)}
