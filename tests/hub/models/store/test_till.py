from kiosk.hub.context import Hub
from kiosk.hub.models.store.till import find_till_by_token, set_till
from kiosk.hub.sample.shop import STORE, TILL


def test_a_new_token_takes_the_place_of_the_old_one(hub: Hub) -> None:
    for token_hash in ("old", "new"):
        with hub.database.write() as session:
            set_till(session, STORE, TILL, token_hash)

    with hub.database.read() as session:
        till = find_till_by_token(session, "new")
        assert find_till_by_token(session, "old") is None
    assert till
    assert (till.store_id, till.id) == (STORE, TILL)
