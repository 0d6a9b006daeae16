import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink, find_link
from kiosk.hub.models.outside.chatwoot_message import (
    ChatwootMessage,
    count_unsent,
    find_by_remote,
    find_last_remote,
    find_unsent,
    forget_shared,
    list_dead,
    list_shared,
)
from tests.hub.running import NOW
from tests.hub.thread import keep_mug, list_thread, write


@pytest.fixture
def bookmark(hub: Hub) -> Bookmark:
    """On whose page two messages followed the greeting; from the first of them on, they are told there."""
    bookmark = keep_mug(hub)
    write(hub, bookmark, "Blau?")
    write(hub, bookmark, "Oder rot?")
    first = list_thread(hub, bookmark)[1].id
    with hub.database.write() as session:
        link = ChatwootLink(
            conversation_id=bookmark.conversation_id, source_id="v", begins_with=first, stirred_at=NOW, due_at=NOW
        )
        session.add(link)
    return bookmark


def _note(hub: Hub, bookmark: Bookmark, position: int, **more: object) -> None:
    message = list_thread(hub, bookmark)[position]
    with hub.database.write() as session:
        row = ChatwootMessage(message_id=message.id, conversation_id=message.conversation_id, tried_at=NOW)
        for name, value in more.items():
            setattr(row, name, value)
        session.merge(row)


def _find_unsent(session: Session, bookmark: Bookmark) -> str | None:
    link = find_link(session, bookmark.conversation_id)
    assert link
    message = find_unsent(session, link)
    return message.text if message else None


def test_what_does_not_stand_there_is_found_in_its_order_also_once_it_was_tried(hub: Hub, bookmark: Bookmark) -> None:
    found = list[tuple[str | None, int]]()

    def look() -> None:
        with hub.database.read() as session:
            found.append((_find_unsent(session, bookmark), count_unsent(session)))

    look()
    _note(hub, bookmark, 1)
    look()
    _note(hub, bookmark, 1, remote_id=9)
    look()
    _note(hub, bookmark, 2, dead_at=NOW, why="it answered 422")
    look()

    assert found == [("Blau?", 2), ("Blau?", 2), ("Oder rot?", 1), (None, 0)]


def test_what_stands_there_is_found_by_either_side_until_it_is_forgotten(hub: Hub, bookmark: Bookmark) -> None:
    _note(hub, bookmark, 1, remote_id=9)
    _note(hub, bookmark, 2, dead_at=NOW, why="it answered 422")
    with hub.database.write() as session:
        known = find_by_remote(session, 9)
        assert known
        assert known.text == "Blau?"
        assert find_by_remote(session, 8) is None
        assert find_last_remote(session, bookmark.conversation_id) == 9
        assert [message.text for message in list_shared(session, bookmark.conversation_id)] == ["Blau?"]
        assert [row.why for row in list_dead(session)] == ["it answered 422"]
        forget_shared(session, [bookmark.conversation_id])
        assert find_last_remote(session, bookmark.conversation_id) == 0
