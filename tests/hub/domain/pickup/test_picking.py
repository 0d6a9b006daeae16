from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import (
    ARRIVED,
    Giver,
    advance_pickup,
    arrive,
    hand_over,
    hand_over_here,
    is_here,
    note_line,
    send,
)
from kiosk.hub.models.conversation.conversation import list_messages_with
from kiosk.hub.models.conversation.errand import list_errands
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.member import Member
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.pickup.orders import ADDRESS, add_shop, keep_mug, lay_ready, place, place_home
from tests.hub.joined import add_joined
from tests.hub.running import Dial


def test_she_reads_once_that_it_lies_ready_and_screens_hear_of_it(hub: Hub) -> None:
    with hub.database.write() as session:
        key = keep_mug(hub, session)
        pickup, member = place(hub, session, add_shop(session), key), session.get_one(Member, key)
        before = member.revision
        lay_ready(hub, session, pickup)
        assert not advance_pickup(hub, session, pickup, "ready", "Ida")
        texts = [text for text in session.scalars(select(Message.text)) if pickup.code in text]

        assert (pickup.state, pickup.clerk) == ("ready", "Ida")
        assert len(texts) == 1
        assert "Your order is ready" in texts[0]
        assert member.revision > before


def test_who_kept_nothing_reads_it_among_all_her_messages_and_it_is_brought_to_her(hub: Hub) -> None:
    with hub.database.write() as session:
        key = add_joined(hub, session).key
        pickup = place(hub, session, add_shop(session), key)
        lay_ready(hub, session, pickup)
        (said,) = list_messages_with(session, [key])

        assert (said.bookmark_id, said.entry, pickup.code in said.text) == (None, "pickup", True)
        assert [(one.channel, one.is_awaited) for one in list_errands(session, said.id)] == [("push", True)]


def test_who_is_nobodys_member_gets_her_order_all_the_same(hub: Hub) -> None:
    with hub.database.write() as session:
        pickup = place(hub, session, add_shop(session))
        lay_ready(hub, session, pickup)

        assert hand_over(hub, session, STORE, pickup.proof.lower(), Giver("Ida")) is pickup
        assert pickup.state == "handed_over"


def test_the_code_of_her_phone_hands_it_over_once(hub: Hub) -> None:
    with hub.database.write() as session:
        pickup = place(hub, session, add_shop(session))
        refusals = list[str]()
        for ready, proof, store in (
            (False, pickup.proof, STORE),
            (True, pickup.code, STORE),
            (True, pickup.proof, "anderswo"),
            (True, pickup.proof, STORE),
            (True, pickup.proof, STORE),
        ):
            if ready and pickup.state == "placed":
                lay_ready(hub, session, pickup)
            try:
                hand_over(hub, session, store, proof, Giver("Ida"))
                refusals.append("")
            except Problem as problem:
                refusals.append(problem.code)

    assert refusals == ["pickup_elsewhere", "pickup_unknown", "pickup_unknown", "", "pickup_given"]


def test_her_card_at_the_desk_hands_it_over_while_she_stands_there(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        key = keep_mug(hub, session)
        pickup, member = place(hub, session, add_shop(session), key), session.get_one(Member, key)
        assert arrive(hub, session, member) == []
        lay_ready(hub, session, pickup)
        with pytest.raises(Problem, match="Nobody held the card"):
            hand_over_here(hub, session, pickup, Giver("Ida"))
        assert arrive(hub, session, member) == [pickup]
        dial.turn(ARRIVED)
        assert not is_here(hub, pickup)
        arrive(hub, session, member)
        dial.turn(ARRIVED - timedelta(seconds=1))
        hand_over_here(hub, session, pickup, Giver("Ida"))

        assert pickup.state == "handed_over"
        assert arrive(hub, session, member) == []


def test_the_first_line_begins_the_picking_and_none_is_noted_once_it_is_over(hub: Hub) -> None:
    with hub.database.write() as session:
        pickup = place(hub, session, add_shop(session))
        note_line(hub, session, pickup, 0, Outcome("missing"))
        assert pickup.state == "picking"
        advance_pickup(hub, session, pickup, "cancelled", "Ida")

        with pytest.raises(Problem, match="not being picked"):
            note_line(hub, session, pickup, 1, Outcome("picked"))


def test_what_is_brought_home_greets_nobody_and_is_sent_once_by_which_its_address_is_forgotten(hub: Hub) -> None:
    with hub.database.write() as session:
        key = keep_mug(hub, session)
        pickup, member = place_home(hub, session, key), session.get_one(Member, key)
        lay_ready(hub, session, pickup)
        greeted = arrive(hub, session, member)
        with pytest.raises(Problem, match="No order has this code"):
            hand_over(hub, session, STORE, pickup.proof, Giver("Ida"))
        before = pickup.address
        sent = [send(hub, session, pickup, "Ida"), send(hub, session, pickup, "Ida")]
        texts = [text for text in session.scalars(select(Message.text)) if pickup.code in text]

    assert (greeted, before, sent) == ([], ADDRESS, [True, False])
    assert (pickup.state, pickup.address) == ("handed_over", None)
    assert texts == [f"Your delivery {pickup.code} is on its way to you."]


def test_what_she_comes_for_is_not_sent_nor_what_goes_nobody_knows_where(hub: Hub) -> None:
    with hub.database.write() as session:
        here, lost = place(hub, session, add_shop(session)), place_home(hub, session)
        refusals = list[str]()
        for pickup in (here, lost):
            lay_ready(hub, session, pickup)
            pickup.address = None
            with pytest.raises(Problem) as refused:
                send(hub, session, pickup, "Ida")
            refusals.append(refused.value.code)

    assert refusals == ["pickup_nobody", "pickup_nowhere"]


def test_an_order_that_is_cancelled_keeps_no_address(hub: Hub) -> None:
    with hub.database.write() as session:
        pickup = place_home(hub, session)
        advance_pickup(hub, session, pickup, "cancelled", "Ida")

    assert pickup.address is None
