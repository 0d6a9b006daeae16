from decimal import Decimal

import pytest

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.advance import end_settlement
from kiosk.hub.models.catalogue.promotion import Promotion, set_promotions
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Percentage
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.settlement.till import PhoneTill

TENTH = Benefit("tenth", {"en": "A tenth off"}, Percentage(Decimal(10)), StackGroup(1, "all"), budget=Decimal("5.00"))


@pytest.fixture
def offered(till: PhoneTill) -> PhoneTill:
    """A tenth off, 5.00 in all, and in one purchase of a member; the pen costs 20.00."""
    till.set_price("20.00")
    with till.hub.database.write() as session:
        set_promotions(session, STORE, [Promotion(store_id=STORE, id="tenth", benefit=TENTH, per_member=2)])
    return till


def test_what_a_payment_uses_is_held_and_what_comes_to_nothing_is_given_back(offered: PhoneTill) -> None:
    saved = list[str]()
    for _ in range(2):
        offered.put(Add(PEN), Add(PEN))
        settlement_id = offered.begin()
        saved.append(str(offered.read(settlement_id).bill.saved))
        end_settlement(offered.hub, settlement_id)
        offered.advance(settlement_id)

    assert saved == ["4.00", "5.00"]


def test_neither_the_budget_nor_her_own_limit_is_used_twice(offered: PhoneTill) -> None:
    saved, reasons = list[str](), list[str]()
    for _ in range(3):
        offered.put(Add(PEN), Add(PEN))
        standing = offered.look()
        saved.append(str(standing.priced.saved))
        reasons += [idle.reason for idle in standing.priced.idle]
        offered.pay()

    assert saved == ["4.00", "1.00", "0.00"]
    assert reasons == ["used_up"]
