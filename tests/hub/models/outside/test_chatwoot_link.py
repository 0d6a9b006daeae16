from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.outside.chatwoot_link import (
    ChatwootLink,
    find_link,
    find_link_by_number,
    hurry,
    list_due_links,
)
from tests.hub.running import NOW
from tests.hub.thread import keep_mug

_HOUR = timedelta(hours=1)


def _make(conversation_id: str, *, number: int | None = None, tries: int = 0) -> ChatwootLink:
    return ChatwootLink(
        conversation_id=conversation_id,
        source_id="v",
        begins_with=1,
        stirred_at=NOW,
        due_at=NOW,
        number=number,
        tries=tries,
    )


def test_a_link_is_found_by_its_conversation_here_and_there_and_once_it_is_due(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        session.add(_make(bookmark.conversation_id, number=7))
    with hub.database.read() as session:
        found = find_link(session, bookmark.conversation_id)
        assert found
        assert find_link_by_number(session, 7) is found
        assert find_link_by_number(session, 8) is None
        assert list_due_links(session, NOW - _HOUR, 5) == []
        assert list_due_links(session, NOW, 5) == [bookmark.conversation_id]


def test_what_goes_well_can_be_hurried_and_what_fails_keeps_its_pause() -> None:
    well, failing = _make("c"), _make("d", tries=1)
    for link in (well, failing):
        link.due_at = NOW + _HOUR
        hurry(link, NOW)

    assert (well.due_at, failing.due_at) == (NOW, NOW + _HOUR)
