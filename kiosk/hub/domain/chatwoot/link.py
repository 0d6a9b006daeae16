"""Notes, as something is said, that it is to be told at the store's Chatwoot, and whom to forget there."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import find_conversation
from kiosk.hub.models.conversation.message import Message, find_first_on_none
from kiosk.hub.models.outside.chatwoot_departure import ChatwootDeparture
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink, find_link, hurry
from kiosk.hub.models.outside.chatwoot_message import forget_shared


def note_written(hub: Hub, session: Session, message: Message) -> None:
    """A member wrote this: from the greeting of its page on, the conversation is told there."""
    if hub.settings.chatwoot is None or note_said(hub, session, message.conversation_id):
        return
    now = hub.now()
    link = ChatwootLink(
        conversation_id=message.conversation_id,
        source_id=f"v_{hub.mint()}",
        begins_with=_find_greeting(session, message),
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


def _find_greeting(session: Session, message: Message) -> int:
    if message.bookmark_id is not None:
        return session.get_one(Bookmark, message.bookmark_id).first_message_id
    return find_first_on_none(session, message.conversation_id)
