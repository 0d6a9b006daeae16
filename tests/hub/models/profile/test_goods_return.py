from decimal import Decimal

from kiosk.hub.context import Hub
from kiosk.hub.models.profile.goods_return import GoodsReturn, find_goods_return
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.running import NOW


def test_a_return_is_found_by_its_tills_id(hub: Hub) -> None:
    with hub.database.write() as session:
        receipt = Receipt(
            store_id=STORE,
            till_id=TILL,
            id="r",
            fingerprint="f",
            bought_at=NOW,
            total=Decimal(5),
            currency="EUR",
            lines=[],
            was_known=False,
        )
        session.add(receipt)
        session.flush()
        row = GoodsReturn(
            store_id=STORE,
            till_id=TILL,
            id="back",
            fingerprint="f",
            receipt_till_id=TILL,
            receipt_id="r",
            returned_at=NOW,
            taken=[],
        )
        session.add(row)
    with hub.database.read() as session:
        found = find_goods_return(session, STORE, TILL, "back")

        assert found
        assert (found.receipt_id, found.taken) == ("r", [])
        assert find_goods_return(session, STORE, TILL, "other") is None
