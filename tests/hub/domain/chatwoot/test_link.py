from kiosk.hub.context import Hub
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.domain.chatwoot.link import forget_member
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.chatwoot_departure import find_due_departure
from kiosk.hub.models.outside.chatwoot_link import find_link
from tests.hub.running import NOW
from tests.hub.thread import keep_mug, say, write


def _has_link(hub: Hub, bookmark: Bookmark) -> bool:
    with hub.database.read() as session:
        return find_link(session, bookmark.conversation_id) is not None


def test_a_conversation_is_told_there_once_she_writes_and_where_the_store_has_one(hub: Hub, desk: Desk) -> None:
    bookmark = keep_mug(hub)
    write(hub, bookmark, "Blau?")
    assert not _has_link(hub, bookmark)
    say(desk.hub, bookmark, "Ja")
    assert not _has_link(hub, bookmark)
    write(desk.hub, bookmark, "Danke")
    assert _has_link(hub, bookmark)


def test_who_is_forgotten_leaves_the_name_that_is_to_be_deleted_there(desk: Desk, bookmark: Bookmark) -> None:
    write(desk.hub, bookmark, "Blau?")
    with desk.hub.database.read() as session:
        link = find_link(session, bookmark.conversation_id)
    assert link
    with desk.hub.database.write() as session:
        for _ in range(2):
            forget_member(desk.hub, session, bookmark.member_key)
        forget_member(desk.hub, session, "s_nobody")
    with desk.hub.database.read() as session:
        departure = find_due_departure(session, NOW)

    assert not _has_link(desk.hub, bookmark)
    assert departure
    assert departure.source_id == link.source_id
