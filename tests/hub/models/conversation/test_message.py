import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import (
    MEMBER,
    STORE,
    Message,
    add_message,
    clean_text,
    is_sent,
    list_messages,
)
from tests.hub.running import A_HASH

ALL = select(Bookmark.id)


@pytest.fixture
def bookmark(hub: Hub) -> Bookmark:
    tap = Tap("b", "f", "uid", A_HASH, hub.now(), "de")
    with hub.database.write() as session:
        return keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)


def _make(hub: Hub, bookmark: Bookmark, text: str, nonce: str | None = None) -> Message:
    return Message(
        conversation_id=bookmark.conversation_id,
        bookmark_id=bookmark.id,
        author=MEMBER,
        text=text,
        written_at=hub.now(),
        nonce=nonce,
    )


def test_messages_come_in_their_order_from_the_first_that_is_asked_for(hub: Hub, bookmark: Bookmark) -> None:
    with hub.database.write() as session:
        second = _make(hub, bookmark, "b")
        add_message(session, second)
        add_message(session, _make(hub, bookmark, "c"))
    with hub.database.read() as session:
        everything = list_messages(session, bookmark.conversation_id, bookmark.first_message_id, ALL)
        later = list_messages(session, bookmark.conversation_id, second.id, ALL)

    assert [message.author for message in everything] == [STORE, MEMBER, MEMBER]
    assert [message.text for message in later] == ["b", "c"]


def test_what_was_said_on_other_pages_is_left_out(hub: Hub, bookmark: Bookmark) -> None:
    tap = Tap("second", "f", "uid", A_HASH, hub.now(), "de")
    with hub.database.write() as session:
        second = keep_offer(hub, session, session.get_one(Offer, "o-lamp"), tap)
        add_message(session, _make(hub, second, "elsewhere"))
        here = list_messages(session, bookmark.conversation_id, 0, ALL.where(Bookmark.id == bookmark.id))

        assert [message.author for message in here] == [STORE]
        assert len(list_messages(session, bookmark.conversation_id, 0, ALL)) == 3


def test_one_form_sends_one_message(hub: Hub, bookmark: Bookmark) -> None:
    with hub.database.write() as session:
        add_message(session, _make(hub, bookmark, "a", "nonce"))
        add_message(session, _make(hub, bookmark, "a", "nonce"))

        assert is_sent(session, "nonce")
        assert len(list_messages(session, bookmark.conversation_id, 0, ALL)) == 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hallo \r\n", "Hallo"),
        ("a\r\nb", "a\nb"),
        ("a\tb", "a b"),
        ("a\x00\x1b\u202eb\ud800", "ab"),
        ("Grüße 👋🏽", "Grüße 👋🏽"),
    ],
)
def test_a_text_is_kept_without_what_nobody_can_read(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept
