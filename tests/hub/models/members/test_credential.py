import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.members.credential import (
    BROWSER,
    Credential,
    add_browser,
    find_member,
    group_cards,
    is_browser_of,
)
from kiosk.hub.models.members.member import Member, list_members, select_changed_keys
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH


def test_a_member_is_found_by_what_she_shows_as_its_kind_and_in_its_store_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]
        session.add(Credential(store_id=STORE, kind="uid", value=A_HASH, member_key=member.key))
        session.flush()

        assert find_member(session, STORE, "uid", A_HASH) is member
        assert find_member(session, STORE, "ndef", A_HASH) is None
        assert find_member(session, "hamburg", "uid", A_HASH) is None


@pytest.mark.parametrize("kind", ["browser", "sun", "qr"])
def test_screens_are_told_only_of_cards_that_they_know_themselves(hub: Hub, kind: str) -> None:
    with hub.database.write() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]
        before = group_cards(session, select(Member.key))[member.key]
        session.add(Credential(store_id=STORE, kind=kind, value=A_HASH, member_key=member.key))
        session.flush()

        assert group_cards(session, select(Member.key))[member.key] == before


def test_a_browser_is_one_members_and_in_her_store_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        first, second, *_ = list_members(session, select_changed_keys(STORE, 0))
        for member in (first, second):
            add_browser(session, STORE, A_HASH, member.key)
        session.flush()
        asked = [(STORE, A_HASH, first), (STORE, A_HASH, second), ("hamburg", A_HASH, second), (STORE, "b", second)]

        assert [is_browser_of(session, store, value, member.key) for store, value, member in asked] == [
            False,
            True,
            False,
            False,
        ]
        assert find_member(session, STORE, BROWSER, A_HASH) is second
