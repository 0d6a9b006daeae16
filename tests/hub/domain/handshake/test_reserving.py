from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.automation.sweep import apply_rules
from kiosk.hub.context import Hub
from kiosk.hub.domain.handshake.reservation import ADDRESS_LIFE, Way
from kiosk.hub.domain.handshake.reserving import Wish, advance_reservation, place_reservation, read_course, set_address
from kiosk.hub.models.conversation.message import list_all_messages
from kiosk.hub.models.handshake.handshake_step import list_steps
from kiosk.hub.models.handshake.reservation import Reservation
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.happening import group_orders
from kiosk.hub.problem import Problem
from kiosk.hub.rules import SHIPPED, parse_rules
from tests.hub.domain.handshake.meetings import Customer, share, welcome
from tests.hub.running import NOW, Dial

HOUR = timedelta(hours=1)


def _place(hub: Hub, session: Session, customer: Customer, way: Way, order_id: str = "r") -> Reservation:
    wish = Wish(customer.bookmark, way, "Größe 38", NOW + HOUR)
    return place_reservation(hub, session, share(hub, session, customer), wish, order_id)


def _list_said(session: Session, customer: Customer) -> list[str]:
    return [one.text for one in list_all_messages(session, customer.bookmark.conversation_id)][1:]


@pytest.mark.parametrize(
    ("way", "said", "kind"),
    [
        ("reserve", "Für Sie zurückgelegt bis heute, 11:00: Steinzeugbecher, Größe 38.", "reserved"),
        ("store", "Für Sie in den Laden bestellt: Steinzeugbecher, Größe 38.", "ordered"),
        ("home", "Für Sie nach Hause bestellt: Steinzeugbecher, Größe 38.", "ordered"),
    ],
)
def test_what_is_done_for_her_is_said_once_with_its_number(hub: Hub, way: Way, said: str, kind: str) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        reservation = _place(hub, session, customer, way)
        again = _place(hub, session, customer, way)
        (text,) = _list_said(session, customer)

        assert again is reservation
        assert text.startswith(said)
        assert reservation.number in text
        assert [step.kind for step in list_steps(session, [share(hub, session, customer).id])].count(kind) == 1


def test_what_lies_ready_is_told_by_the_rule_once_and_greeted_until_it_is_collected(hub: Hub) -> None:
    hub = replace(hub, settings=replace(hub.settings, rules=parse_rules(SHIPPED.read_bytes())))
    with hub.database.write() as session:
        customer = welcome(hub, session)
        reservation = _place(hub, session, customer, "store")
        is_news = [advance_reservation(hub, session, reservation, "ready", "nils") for _ in range(2)]
        keys = select(Member.key).where(Member.key == customer.member.key)
        waiting = group_orders(session, keys)
        revision = customer.member.revision
    apply_rules(hub)
    with hub.database.write() as session:
        texts = _list_said(session, customer)
        advance_reservation(hub, session, session.get_one(Reservation, reservation.id), "collected", "nils")

        assert (is_news, waiting) == ([True, False], {customer.member.key: ["order_ready"]})
        assert texts[-1].startswith("„Steinzeugbecher“ liegt für Sie bereit.")
        assert group_orders(session, keys) == {}
        assert session.get_one(Member, customer.member.key).revision > revision


def test_the_address_is_hers_to_type_and_goes_once_the_parcel_does(hub: Hub) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        reservation = _place(hub, session, customer, "home")
        with pytest.raises(Problem):
            advance_reservation(hub, session, reservation, "sent", "sam")
        is_set = set_address(hub, session, reservation, "Lindenweg 3")
        kept = reservation.address
        advance_reservation(hub, session, reservation, "sent", "sam")

        assert (is_set, kept, reservation.address) == (True, "Lindenweg 3", None)
        assert _list_said(session, customer)[-1] == "Unterwegs zu Ihnen: Steinzeugbecher, Größe 38."
        assert not set_address(hub, session, reservation, "Lindenweg 3")


def test_what_nobody_comes_for_lapses_and_cannot_be_collected_then(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        kept, sent = (_place(hub, session, customer, way, way) for way in ("reserve", "home"))
        dial.turn(ADDRESS_LIFE)

        assert [read_course(reservation, hub.now()).state for reservation in (kept, sent)] == ["lapsed", "lapsed"]
        assert not set_address(hub, session, sent, "Lindenweg 3")
        with pytest.raises(Problem):
            advance_reservation(hub, session, kept, "collected", "sam")
