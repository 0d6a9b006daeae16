from datetime import datetime, timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.conversation.reply_address import LIFETIME, ReplyAddress, find_mailed, give_reply_address
from tests.hub.running import NOW
from tests.hub.thread import keep_mug, list_thread


def _make(message: Message, token: str, made_at: datetime = NOW) -> ReplyAddress:
    return ReplyAddress(message_id=message.id, token=token, made_at=made_at)


def test_a_message_has_one_reply_address_which_lapses(hub: Hub) -> None:
    message = list_thread(hub, keep_mug(hub))[0]
    with hub.database.write() as session:
        given = [give_reply_address(session, _make(message, token)) for token in ("a", "b")]
    with hub.database.read() as session:
        found = [find_mailed(session, *one) for one in (("a", NOW), ("b", NOW), ("a", NOW + LIFETIME))]

    assert given == ["a", "a"]
    assert [one and one.id for one in found] == [message.id, None, None]


def test_reply_addresses_that_lapsed_are_forgotten(hub: Hub) -> None:
    first, second = list_thread(hub, keep_mug(hub))[0], list_thread(hub, keep_mug(hub, "c"))[1]
    with hub.database.write() as session:
        give_reply_address(session, _make(first, "a"))
        later = NOW + LIFETIME
        give_reply_address(session, _make(second, "b", later))
        session.flush()

        assert find_mailed(session, "a", NOW + timedelta(1)) is None
        assert find_mailed(session, "b", later)
