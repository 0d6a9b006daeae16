import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.credential import Credential, find_member, group_cards
from kiosk.hub.models.member import Member, list_members, select_changed_keys
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
