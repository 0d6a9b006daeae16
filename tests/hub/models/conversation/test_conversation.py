import pytest
from sqlalchemy.exc import IntegrityError

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.conversation import Conversation, find_conversation
from kiosk.hub.models.members.member import list_members, select_changed_keys
from kiosk.hub.sample.shop import STORE


def test_a_member_has_one_conversation(hub: Hub) -> None:
    with hub.database.write() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]
        session.add(Conversation(id="c_1", member_key=member.key, opened_at=hub.now()))
    with pytest.raises(IntegrityError), hub.database.write() as session:
        session.add(Conversation(id="c_2", member_key=member.key, opened_at=hub.now()))


def test_before_the_first_bookmark_there_is_none(hub: Hub) -> None:
    with hub.database.read() as session:
        assert find_conversation(session, list_members(session, select_changed_keys(STORE, 0))[0].key) is None
