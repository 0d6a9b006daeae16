from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.contract.place import DOOR, EXIT, Place
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.screens.visit_count import STAY, VISIT
from kiosk.hub.domain.visit.sighting import see_visitor
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.visit.visit import list_unended
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import find_member
from tests.hub.running import NOW

Seen = list[tuple[str, list[str]]]


def see(hub: Hub, session: Session, zone: object = "home", kind: str = VISIT, **data: object) -> Seen:
    """Have the first screen tell of her; her visits then, by how they began and where she was."""
    key = find_member(session).key
    told = {"shopper": key, "zone": zone, "seconds": 20, **data}
    event = Event(
        store_id=STORE,
        screen_id="window-1",
        id="e",
        type=kind,
        source="/s",
        happened_at=NOW - timedelta(seconds=20),
        received_at=NOW,
        data=told,
    )
    see_visitor(hub, session, event)
    session.flush()
    return [(visit.way, visit.zones) for visit in list_unended(session, [key])]


def make_door(session: Session, place: Place = DOOR) -> None:
    screen = find_screen(session, STORE, "window-1")
    assert screen
    screen.place = place


def test_a_beacon_at_the_door_begins_a_visit_and_elsewhere_none(hub: Hub) -> None:
    with hub.database.write() as session:
        assert see(hub, session) == []
        make_door(session)
        assert see(hub, session) == [("beacon", ["home"])]


def test_where_she_stands_belongs_to_the_visit_that_runs(hub: Hub) -> None:
    with hub.database.write() as session:
        check_in(hub, session, find_member(session), Arrival("card", NOW - timedelta(minutes=5)))
        see(hub, session)

        assert see(hub, session, "") == [("card", ["home"])]


@pytest.mark.parametrize("kind", [VISIT, STAY])
def test_a_beacon_at_an_exit_begins_no_visit_and_goes_from_the_one_that_runs(hub: Hub, kind: str) -> None:
    with hub.database.write() as session:
        make_door(session, EXIT)
        assert see(hub, session, kind=kind) == []
        visit = check_in(hub, session, find_member(session), Arrival("card", NOW - timedelta(minutes=5)))
        see(hub, session, kind=kind)

        assert visit
        assert (visit.exit_at, visit.zones) == (NOW, [])


@pytest.mark.parametrize("purpose", [PROXIMITY, PERSONAL_OFFERS])
def test_who_takes_back_that_beacons_know_her_leaves_no_trace_of_them(hub: Hub, purpose: str) -> None:
    with hub.database.write() as session:
        make_door(session)
        see(hub, session)
        member = find_member(session)
        withdraw(hub, session, member, purpose)

        assert list_unended(session, [member.key]) == []
        assert bool(see(hub, session)) is (purpose != PROXIMITY)


@pytest.mark.parametrize(
    ("kind", "data"),
    [("kiosk.tap", {}), (VISIT, {"shopper": 7}), (VISIT, {"shopper": "s_none"}), (VISIT, {"seconds": -1})],
)
def test_what_says_nothing_of_a_member_begins_nothing(hub: Hub, kind: str, data: dict[str, object]) -> None:
    with hub.database.write() as session:
        make_door(session)

        assert see(hub, session, kind=kind, **data) == []
