from kiosk.hub.context import Hub
from kiosk.hub.models.ledger_posting import LedgerPosting, find_posting
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_a_posting_is_found_by_its_key_in_its_store(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(
            LedgerPosting(
                store_id=STORE, key="k", fingerprint="f", unit="points", reason="gift", because="...", posted_at=NOW
            )
        )
    with hub.database.read() as session:
        row = find_posting(session, STORE, "k")
        assert row
        assert (row.reason, row.posted_at) == ("gift", NOW)
        assert find_posting(session, "hamburg", "k") is find_posting(session, STORE, "other") is None
