from kiosk.hub.context import Hub
from kiosk.hub.models.settlement.exit_pass import find_pass, find_pass_of
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


def test_a_pass_is_found_by_its_code_and_by_its_payment(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    settlement_id = till.pay()
    with hub.database.read() as session:
        found = find_pass_of(session, settlement_id)

        assert found
        assert find_pass(session, found.code) is found
        assert (find_pass(session, "none"), find_pass_of(session, "none")) == (None, None)
