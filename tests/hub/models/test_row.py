import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.row import write_row, write_rows
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

ACCOUNT = {"store_id": STORE, "kind": "member", "owner": "m", "unit": "points"}
MEMBER: dict[str, object] = {
    "key": "s_1",
    "store_id": STORE,
    "joined_at": NOW,
    "language": "de",
    "segments": ["a"],
    "interests": {},
}


def _find_account(session: Session) -> LedgerAccount | None:
    return session.scalar(select(LedgerAccount).where(LedgerAccount.owner == "m"))


def test_what_is_written_has_its_number_and_what_the_table_says_by_itself(hub: Hub) -> None:
    with hub.database.write() as session:
        number = write_row(session, LedgerAccount, ACCOUNT)
        row = _find_account(session)

        assert row
        assert (row.id, row.balance, row.may_overdraw) == (number, 0, False)


def test_a_row_without_a_number_is_kept_as_it_was_told(hub: Hub) -> None:
    with hub.database.write() as session:
        assert write_row(session, Member, MEMBER) == 0
    with hub.database.read() as session:
        kept = session.get_one(Member, "s_1")
    assert (kept.segments, kept.interests, kept.person_key, kept.visits, kept.joined_at) == (["a"], {}, None, 0, NOW)


def test_several_are_written_at_once(hub: Hub) -> None:
    with hub.database.write() as session:
        write_rows(session, Member, [{**MEMBER, "key": key} for key in ("s_1", "s_2")])

        assert [session.get_one(Member, key).language for key in ("s_1", "s_2")] == ["de", "de"]


def test_what_the_database_refuses_is_raised_and_leaves_nothing(hub: Hub) -> None:
    def write_twice() -> None:
        with hub.database.write() as session:
            for _ in range(2):
                write_row(session, LedgerAccount, ACCOUNT)

    with pytest.raises(IntegrityError):
        write_twice()
    with hub.database.read() as session:
        assert _find_account(session) is None
