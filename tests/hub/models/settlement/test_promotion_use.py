from decimal import Decimal

from kiosk.hub.context import Hub
from kiosk.hub.models.settlement.promotion_use import PromotionUse, add_up_uses, count_uses, drop_uses
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


def test_uses_are_added_up_counted_by_member_and_dropped(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    settlement_id = till.begin()
    with hub.database.write() as session:
        use = PromotionUse(
            settlement_id=settlement_id, promotion_id="p", store_id=STORE, member_key=till.key, amount=Decimal("1.50")
        )
        session.add(use)
        session.flush()
        told = (add_up_uses(session, STORE, "p"), count_uses(session, STORE, "p", [till.key]))
        others = (add_up_uses(session, STORE, "q"), count_uses(session, STORE, "p", ["another"]))
        drop_uses(session, settlement_id)

        assert (told, others) == ((Decimal("1.50"), 1), (Decimal(0), 0))
        assert count_uses(session, STORE, "p", [till.key]) == 0
