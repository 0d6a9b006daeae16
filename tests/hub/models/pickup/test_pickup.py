from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.pickup.picking import advance_pickup
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.pickup.pickup import (
    find_pickup,
    find_told,
    group_ready,
    list_open_codes,
    list_pickups,
    list_pickups_of,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.pickup.orders import LINES, add_shop, keep_mug, lay_ready, place
from tests.hub.running import NOW


def test_an_order_is_found_in_its_store_with_its_lines_as_they_were(hub: Hub) -> None:
    with hub.database.write() as session:
        pickup_id = place(hub, session, add_shop(session)).id
    with hub.database.read() as session:
        found = find_pickup(session, STORE, pickup_id)
        assert found
        assert found.lines == LINES
        assert find_pickup(session, "anderswo", pickup_id) is None
        assert find_told(session, STORE, "web", "w-1") is found
        assert find_told(session, STORE, "app", "w-1") is None


def test_what_waits_is_listed_and_what_is_done_for_a_while(hub: Hub) -> None:
    with hub.database.write() as session:
        source = add_shop(session)
        done, waiting = (place(hub, session, source, order=order) for order in ("w-1", "w-2"))
        advance_pickup(hub, session, done, "cancelled", "Ida")

        assert list_open_codes(session, STORE) == {waiting.code}
        assert {one.id for one in list_pickups(session, STORE, NOW)} == {done.id, waiting.id}
        assert [one.id for one in list_pickups(session, STORE, NOW + timedelta(seconds=1))] == [waiting.id]


def test_whose_order_lies_ready_is_in_the_segment_of_those(hub: Hub) -> None:
    with hub.database.write() as session:
        key = keep_mug(hub, session)
        pickup = place(hub, session, add_shop(session), key)
        hers = select(Member.key).where(Member.key == key)
        before = group_ready(session, hers)
        lay_ready(hub, session, pickup)

        assert (before, group_ready(session, hers)) == ({}, {key: ["order_ready"]})
        assert list_pickups_of(session, [key]) == [pickup]
