from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.refunding import Wish
from kiosk.hub.models.settlement.refund import find_refund, list_due_refunds, list_refunds
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.test_refunding import bring_back
from tests.hub.domain.settlement.till import PhoneTill


def test_refunds_are_found_by_their_id_by_their_sale_and_when_they_are_due(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    settlement_id = till.pay()
    bring_back(till, settlement_id, Wish("r", None, "sam"))
    with hub.database.read() as session:
        found = find_refund(session, "r")

        assert found
        assert list(list_refunds(session, settlement_id)) == [found]
        assert list_due_refunds(session, hub.now(), 9) == ["r"]
        assert list_due_refunds(session, hub.now() - timedelta(seconds=1), 9) == []
