import pytest
from sqlalchemy import update
from sqlalchemy.exc import DatabaseError

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting, find_posting
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
        assert (row.fingerprint, session.get_one(LedgerPosting, row.id).posted_at) == ("f", NOW)
        assert find_posting(session, "hamburg", "k") is find_posting(session, STORE, "other") is None


def _post(hub: Hub) -> None:
    row = LedgerPosting(
        store_id=STORE, key="k", fingerprint="f", unit="points", reason="gift", because="...", posted_at=NOW
    )
    with hub.database.write() as session:
        session.add(row)


def test_a_posting_may_forget_whose_it_was(hub: Hub) -> None:
    _post(hub)
    with hub.database.write() as session:
        session.execute(update(LedgerPosting).values(key="erased:x", fingerprint=""))

        assert find_posting(session, STORE, "k") is None


@pytest.mark.parametrize(
    "change",
    [{"key": "other"}, {"key": "erased:x"}, {"key": "erased:x", "fingerprint": "", "reason": "theft"}, {"unit": "EUR"}],
)
def test_whatever_else_is_to_change_in_a_posting_the_database_refuses(hub: Hub, change: dict[str, str]) -> None:
    _post(hub)
    with pytest.raises(DatabaseError, match="what was posted stays"), hub.database.write() as session:
        session.execute(update(LedgerPosting).values(change))
