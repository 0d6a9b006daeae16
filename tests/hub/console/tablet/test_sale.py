from sqlalchemy import select

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.shortage import expire_order
from kiosk.hub.models.pickup.pickup import Pickup
from tests.hub.console.clerk import Clerk
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.settlement.till import PhoneTill


def test_what_went_back_as_nobody_came_for_it_is_no_persons_deed(sam: Clerk, till: PhoneTill) -> None:
    till.set_stock(1)
    till.put(Add(PEN, "pick_up"))
    number = till.read(till.pay()).number
    with till.hub.database.write() as session:
        expire_order(till.hub, session, session.scalars(select(Pickup)).one())

    assert "von selbst: die Bestellung hat zu lange gewartet" in sam.open(f"/console/tablet/sales/{number}").text
