from sqlalchemy import select

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.closing import redeem_settlement, release_settlement
from kiosk.hub.models.pickup.pickup import Pickup, PickupLine
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import APPLES, APPLES_LABEL, PEN
from tests.hub.domain.pickup.orders import ADDRESS
from tests.hub.domain.settlement.till import PhoneTill


def read_orders(till: PhoneTill) -> list[Pickup]:
    with till.hub.database.read() as session:
        rows = list(session.scalars(select(Pickup).order_by(Pickup.way.desc())))
        session.expunge_all()
        return rows


def test_each_way_becomes_one_order_that_says_where_it_goes_and_the_payment_forgets_it(till: PhoneTill) -> None:
    till.put(Add(PEN), Add(PEN, "pick_up"), Add(PEN, "home"), Add(APPLES_LABEL, "home"))
    settlement_id = till.pay(ADDRESS)
    picked, brought = read_orders(till)

    assert (picked.way, picked.lines, picked.address) == ("pick_up", (PickupLine(PEN, "Pen", 1),), None)
    assert {(line.code, line.title) for line in brought.lines} == {
        (PEN, "Pen"),
        (APPLES, "Apples, 1,25\N{NO-BREAK SPACE}kg"),
    }
    assert (brought.way, brought.address, brought.member_key) == ("home", ADDRESS, till.key)
    assert {one.settlement_id for one in (picked, brought)} == {settlement_id}
    assert {one.store_id for one in (picked, brought)} == {STORE}
    assert till.read(settlement_id).address is None


def test_an_order_is_placed_once_and_of_what_she_takes_along_none(till: PhoneTill) -> None:
    till.put_pens()
    till.pay()
    assert read_orders(till) == []
    till.put(Add(PEN, "pick_up"))
    till.set_stock(9)
    settlement_id = till.begin()
    with till.hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        told = [redeem_settlement(till.hub, session, row) for _ in range(2)]

    assert told == [True, False]
    assert len(read_orders(till)) == 1


def test_of_what_is_not_paid_nobody_keeps_where_it_should_have_gone(till: PhoneTill) -> None:
    till.put(Add(PEN, "home"))
    settlement_id = till.begin(address=ADDRESS)
    asked = till.read(settlement_id).address
    with till.hub.database.write() as session:
        release_settlement(till.hub, session, session.get_one(Settlement, settlement_id))

    assert (asked, till.read(settlement_id).address) == (ADDRESS, None)
    assert read_orders(till) == []
