from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.settlement.settlement import (
    count_sale,
    find_open,
    find_settlement,
    find_settlement_of,
    list_due_settlements,
)
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


def test_a_payment_is_found_by_whose_it_is_while_it_is_open_and_when_it_is_due(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    settlement_id = till.begin()
    with hub.database.read() as session:
        row = find_settlement(session, settlement_id)

        assert row
        assert find_settlement_of(session, [till.key], settlement_id) is row
        assert find_settlement_of(session, ["another"], settlement_id) is None
        assert (find_open(session, [till.key]), find_open(session, ["another"])) == (row, None)
        assert list_due_settlements(session, hub.now(), 9) == [settlement_id]
        assert list_due_settlements(session, hub.now() - timedelta(seconds=1), 9) == []


def test_the_next_sale_follows_the_last(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    with hub.database.read() as session:
        first = count_sale(session, STORE)
    till.pay()
    with hub.database.read() as session:
        assert (first, count_sale(session, STORE), count_sale(session, "another")) == (1, 2, 1)
