import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.handle import (
    BROWSER,
    EMAIL,
    USER,
    Handle,
    find_owner,
    list_proven,
    make_account_handle,
    make_handle,
)
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.identifier import Identifier
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW


@pytest.mark.parametrize(
    ("kind", "one", "other", "is_same"),
    [
        (EMAIL, "Anna@Example.org", " anna@example.org", True),
        (USER, "Anna", "anna", False),
        (BROWSER, "a", "a", True),
    ],
)
def test_an_address_is_the_same_however_it_is_typed(hub: Hub, kind: str, one: str, other: str, is_same: bool) -> None:  # noqa: FBT001 # a table's column
    with hub.database.read() as session:
        handles = {make_handle(session, kind, text, is_verified=True) for text in (one, other)}

    assert (len(handles) == 1) is is_same


def test_the_same_word_of_another_kind_is_another_handle(hub: Hub) -> None:
    with hub.database.read() as session:
        assert make_handle(session, USER, "a", is_verified=True) != make_handle(session, EMAIL, "a", is_verified=True)


def test_a_handle_is_owned_by_whom_it_was_verified_for(hub: Hub) -> None:
    with hub.database.write() as session:
        for key in ("s_1", "s_2"):
            session.add(Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        for key, is_verified in (("s_1", True), ("s_2", False)):
            identifier = Identifier(
                store_id=STORE, kind=USER, value="v", member_key=key, is_verified=is_verified, known_since=NOW
            )
            session.add(identifier)
        session.add(Credential(store_id=STORE, kind="uid", value=A_HASH, member_key="s_2"))
        session.flush()
        handles = (Handle(USER, "v", True), Handle("uid", A_HASH, True), Handle("account", "s_1", True))  # noqa: FBT003 # handles as they are

        assert [find_owner(session, STORE, handle) for handle in handles] == ["s_1", "s_2", "s_1"]
        assert find_owner(session, STORE, Handle(EMAIL, "v", is_verified=True)) is None
        assert make_account_handle(session, STORE, "nobody@example.org") is None


def test_a_source_may_name_her_by_what_was_proven_to_it_by_her_address_and_by_her_cards(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Member(key="s_1", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        for value, is_verified in (("proven", True), ("said", False)):
            identifier = Identifier(
                store_id=STORE, kind=USER, value=value, member_key="s_1", is_verified=is_verified, known_since=NOW
            )
            session.add(identifier)
        session.add(Account(member_key="s_1", store_id=STORE, opened_at=NOW, address="anna@example.org"))
        for kind in ("uid", "browser"):
            session.add(Credential(store_id=STORE, kind=kind, value=A_HASH, member_key="s_1"))
        session.flush()
        email = make_handle(session, EMAIL, "anna@example.org", is_verified=True)

        assert list_proven(session, ["s_1"]) == [
            Handle(USER, "proven", is_verified=True),
            email,
            Handle("uid", A_HASH, is_verified=True),
        ]
