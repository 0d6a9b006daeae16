from datetime import datetime, timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.visit.visit import (
    Visit,
    find_last_ended,
    find_last_turn,
    find_last_turn_of,
    forget_sightings,
    list_silent,
    list_turns_since,
    list_unended,
    stir_visits,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import NOW

HOUR = timedelta(hours=1)


def make_visit(
    began_at: datetime = NOW, way: str = "card", key: str = "m", name: str = "v", zones: tuple[str, ...] = ()
) -> Visit:
    """A visit of this member that began then."""
    return Visit(
        id=name, store_id=STORE, member_key=key, way=way, began_at=began_at, seen_at=began_at, zones=list(zones)
    )


def test_only_what_nobody_ended_is_looked_at_the_latest_first(hub: Hub) -> None:
    with hub.database.write() as session:
        key = find_member(session).key
        for number in range(3):
            session.add(make_visit(NOW + number * HOUR, key=key, name=f"v{number}"))
        session.flush()
        session.get_one(Visit, "v1").ended_at = NOW + HOUR

        assert [one.id for one in list_unended(session, [key])] == ["v2", "v0"]
        assert [one.id for one in list_silent(session, NOW + HOUR, NOW, 9)] == ["v0"]
        session.get_one(Visit, "v2").exit_at = NOW + 2 * HOUR
        assert [one.id for one in list_silent(session, NOW + HOUR, NOW + 2 * HOUR, 9)] == ["v0", "v2"]
        last = find_last_ended(session, [key])
        assert last
        assert last.id == "v1"
        assert find_last_ended(session, ["s_other"]) is None


def test_what_beacons_said_is_forgotten_and_her_own_acts_stay(hub: Hub) -> None:
    with hub.database.write() as session:
        key = find_member(session).key
        session.add(make_visit(way="beacon", key=key, name="seen"))
        session.add(make_visit(key=key, name="tapped", zones=("home",)))
        session.flush()
        forget_sightings(session, [key])

        assert [(one.id, one.zones) for one in list_unended(session, [key])] == [("tapped", [])]


def test_what_happens_to_a_visit_that_runs_is_counted_for_open_pages(hub: Hub) -> None:
    with hub.database.write() as session:
        key = find_member(session).key
        session.add_all([make_visit(key=key, name="v0"), make_visit(key=key, name="v1")])
        session.flush()
        session.get_one(Visit, "v0").ended_at = NOW
        turns = [find_last_turn(session)]
        for _ in range(2):
            stir_visits(session, key)
            turns.append(find_last_turn_of(session, [key]))

        assert turns == [0, 1, 2]
        assert list_turns_since(session, 0) == [(2, key)]
        assert list_turns_since(session, 2) == []
        assert find_last_turn_of(session, ["nobody"]) == 0
