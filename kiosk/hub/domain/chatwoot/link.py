"""Notes, as something is said, that it is to be told at the store's Chatwoot, and whom to forget there."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import find_conversation
from kiosk.hub.models.outside.chatwoot_departure import ChatwootDeparture
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink, find_link, hurry
from kiosk.hub.models.outside.chatwoot_message import forget_shared


def note_written(hub: Hub, session: Session, bookmark: Bookmark) -> None:
    """A member wrote on the page of this bookmark: from its greeting on, the conversation is told there."""
    if hub.settings.chatwoot is None or note_said(hub, session, bookmark.conversation_id):
        return
    now = hub.now()
    link = ChatwootLink(
        conversation_id=bookmark.conversation_id,
        source_id=f"v_{hub.mint()}",
        begins_with=bookmark.first_message_id,
        stirred_at=now,
        due_at=now,
    )
    session.add(link)


def note_said(hub: Hub, session: Session, conversation_id: str) -> bool:
    """Something was said in this conversation; False: it is not told there."""
    link = find_link(session, conversation_id)
    if link is None:
        return False
    now = hub.now()
    link.stirred_at = now
    hurry(link, now)
    return True


def forget_member(hub: Hub, session: Session, member_key: str) -> None:
    """Have what was told there of this member deleted there, and forget here what it was called.

    It is done once Chatwoot answers: until then, the name that she alone had there is kept, and nothing else.
    """
    conversation = find_conversation(session, member_key)
    link = conversation and find_link(session, conversation.id)
    if link:
        session.add(ChatwootDeparture(source_id=link.source_id, contact_id=link.contact_id, due_at=hub.now()))
        forget_shared(session, [link.conversation_id])
        session.delete(link)
        session.flush()
