from kiosk.hub.context import Hub
from kiosk.hub.models.earning import Earning, find_earning
from kiosk.hub.sample.shop import STORE


def test_what_came_of_an_occasion_is_found_by_its_key(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Earning(store_id=STORE, key="k", fingerprint="f", findings=[{"rule": "a"}]))
    with hub.database.read() as session:
        row = find_earning(session, STORE, "k")
        assert row
        assert row.findings == [{"rule": "a"}]
        assert find_earning(session, STORE, "other") is None
