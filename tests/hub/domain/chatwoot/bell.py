"""Has a conversation looked at now, as a bell does, or the time."""

from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.chatwoot_link import find_link, hurry


def ring(desk: Desk, bookmark: Bookmark, heard_id: int | None = None) -> None:
    """Also if it failed just now; from the message after this one on, or where it was left."""
    with desk.hub.database.write() as session:
        link = find_link(session, bookmark.conversation_id)
        assert link
        link.tries = 0
        link.heard_id = link.heard_id if heard_id is None else heard_id
        hurry(link, desk.hub.now())
