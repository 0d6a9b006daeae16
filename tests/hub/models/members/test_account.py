import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.members.account import Account, find_account, find_account_by_address, find_account_by_subject
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

ISSUER = "https://id.example"


def _add(session: Session, key: str, **ways: str) -> None:
    session.add(Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[]))
    session.flush()
    session.add(Account(member_key=key, store_id=STORE, opened_at=NOW, **ways))
    session.flush()


def test_an_account_is_found_by_each_of_its_ways(hub: Hub) -> None:
    with hub.database.write() as session:
        _add(session, "s_1", address="mara@example.com", issuer=ISSUER, subject="7")
        found = (
            find_account(session, "s_1"),
            find_account_by_address(session, STORE, "mara@example.com"),
            find_account_by_subject(session, STORE, ISSUER, "7"),
        )

    assert {one and one.member_key for one in found} == {"s_1"}


def test_nobody_is_found_by_nothing_nor_by_another_issuers_word(hub: Hub) -> None:
    with hub.database.write() as session:
        _add(session, "s_1", address="mara@example.com")
        _add(session, "s_2", issuer=ISSUER, subject="7")

        assert find_account_by_address(session, STORE, None) is None
        assert find_account_by_subject(session, STORE, None, None) is None
        assert find_account_by_subject(session, STORE, "https://other.example", "7") is None
        assert find_account_by_address(session, "elsewhere", "mara@example.com") is None


@pytest.mark.parametrize("way", [{"address": "mara@example.com"}, {"issuer": ISSUER, "subject": "7"}])
def test_no_two_accounts_of_a_store_have_one_way(hub: Hub, way: dict[str, str]) -> None:
    with hub.database.write() as session:
        _add(session, "s_1", **way)
    with pytest.raises(IntegrityError), hub.database.write() as session:
        _add(session, "s_2", **way)
