from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import advance_pickup, note_line
from kiosk.hub.domain.retention.sweep import count_old, let_go_all
from kiosk.hub.domain.retention.unclaimed import count_unclaimed, list_unclaimed
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.pickup.orders import ADDRESS, add_shop, place
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import NOW, Dial

LONG = timedelta(days=91)


@pytest.fixture
def till(hub: Hub) -> PhoneTill:
    """She paid for a pen to be picked up, and for one to be sent."""
    till = PhoneTill(hub, MoodyProvider())
    till.put(Add(PEN, "pick_up"), Add(PEN, "home"))
    till.pay(ADDRESS)
    return till


def test_what_was_paid_for_and_nobody_came_for_is_cancelled_and_its_money_goes_back_once(
    till: PhoneTill, dial: Dial
) -> None:
    dial.turn(LONG)
    gone = [let_go_all(till.hub)["open_pickups"] for _ in range(2)]
    sweep_settlements(till.hub)
    with till.hub.database.read() as session:
        orders = [(one.state, one.address, one.clerk) for one in session.scalars(select(Pickup))]
        refunds = session.scalars(select(Refund)).all()
        bought = [row.bill.total for row in session.scalars(select(Settlement))]
        texts = [text for text in session.scalars(select(Message.text)) if "for a long time" in text]

    assert gone == [2, 0]
    assert orders == [("cancelled", None, "")] * 2
    assert [(one.money, one.state, one.made_by) for one in refunds] == [(one.amount, "done", "") for one in refunds]
    assert till.provider.given_back == {one.name: one.money for one in refunds}
    assert sum(one.amount for one in refunds) == sum(bought)
    assert len(texts) == 2
    assert till.read_stock() == 3


def test_what_is_at_its_end_goes_as_late_as_before(till: PhoneTill, dial: Dial) -> None:
    with till.hub.database.write() as session:
        order = session.scalars(select(Pickup).where(Pickup.way == "pick_up")).one()
        note_line(till.hub, session, order, 0, Outcome("picked"))
        advance_pickup(till.hub, session, order, "ready", "Ida")
        advance_pickup(till.hub, session, order, "handed_over", "Ida")
    dial.turn(LONG)
    first = let_go_all(till.hub)
    dial.turn(LONG)
    second = let_go_all(till.hub)

    assert [(gone["open_pickups"], gone["pickups"]) for gone in (first, second)] == [(1, 1), (0, 1)]
    with till.hub.database.read() as session:
        assert session.scalars(select(Pickup)).all() == []


def test_what_the_web_shop_sold_is_cancelled_too_and_it_gives_the_money_back_itself(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        place(hub, session, add_shop(session))
    dial.turn(LONG)
    old = {keep.what: number for keep, number in count_old(hub) if number}
    let_go_all(hub)
    with hub.database.read() as session:
        assert [one.state for one in session.scalars(select(Pickup))] == ["cancelled"]
        assert session.scalars(select(Refund)).all() == []

    assert (old["open_pickups"], "pickups" in old) == (1, False)


def test_so_many_are_named_at_once_and_none_that_is_younger(till: PhoneTill) -> None:
    with till.hub.database.read() as session:
        assert len(list_unclaimed(session, NOW + LONG, 1)) == 1
        assert count_unclaimed(session, NOW + LONG) == 2
        assert count_unclaimed(session, NOW - LONG) == 0
