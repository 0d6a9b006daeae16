from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.own_till import OWN_TILL, open_own_till
from kiosk.hub.sample.shop import STORE


def test_it_is_opened_once_and_nobody_knows_its_token(hub: Hub) -> None:
    with hub.database.write() as session:
        first = open_own_till(hub, session, STORE)
        again = open_own_till(hub, session, STORE)

    assert first is again
    assert (first.id, len(first.token_hash)) == (OWN_TILL, 64)
