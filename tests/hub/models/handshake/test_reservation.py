from datetime import timedelta

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.handshake.reservation import (
    Reservation,
    find_reservation,
    list_reservations,
    list_reservations_of,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.handshake.meetings import Customer, welcome
from tests.hub.running import NOW

DAY = timedelta(days=1)


def _add(session: Session, customer: Customer, name: str, state: str, ago: timedelta) -> None:
    reservation = Reservation(
        id=name,
        store_id=STORE,
        bookmark_id=customer.bookmark.id,
        number="K7Q4",
        way="store",
        state=state,
        variant="",
        placed_at=NOW - ago,
        changed_at=NOW - ago,
        clerk="sam",
    )
    session.add(reservation)
    session.flush()


def test_the_days_list_has_what_waits_and_what_was_done_today(hub: Hub) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        rows = (("old", "ready", 3 * DAY), ("done", "collected", 3 * DAY), ("today", "collected", DAY / 24))
        for name, state, ago in rows:
            _add(session, customer, name, state, ago)

        assert [reservation.id for reservation in list_reservations(session, STORE, NOW - DAY)] == ["old", "today"]
        assert list_reservations(session, "anderswo", NOW - DAY) == []


def test_an_order_is_its_stores_and_hers_who_kept_it(hub: Hub) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        _add(session, customer, "r", "ordered", DAY)

        assert [reservation.id for reservation in list_reservations_of(session, [customer.member.key])] == ["r"]
        assert list_reservations_of(session, ["s_other"]) == []
        assert find_reservation(session, STORE, "r")
        assert find_reservation(session, "anderswo", "r") is None
