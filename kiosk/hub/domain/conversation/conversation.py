"""How something is said in a member's one conversation, whoever says it and wherever it came in."""

from datetime import timedelta

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.chatwoot.link import note_said, note_written
from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.domain.outside.announcement import announce_message
from kiosk.hub.models.conversation.conversation import Conversation, find_conversation
from kiosk.hub.models.conversation.errand import CHANNELS, Errand
from kiosk.hub.models.conversation.message import MEMBER, STORE, Entry, Message, add_message, note_answered

GRACE = timedelta(seconds=20)
"""So long a message waits for its reader to see it on an open page before anything rings."""
_BY_PEOPLE = frozenset[Entry]({"console", "chatwoot"})
_AWAITED = _BY_PEOPLE | {"pickup"}


class Said(Struct, frozen=True):
    """What is said, and by which form or message, so that it is said once: no two have the same `nonce`."""

    text: str
    entry: Entry
    nonce: str


def hear_member(hub: Hub, session: Session, page: Page, said: Said) -> bool:
    """Keep what a member writes on a page of hers; False: it was kept before."""
    message = _make_message(hub, session, page, MEMBER, said)
    is_new = add_message(session, message)
    if is_new:
        note_answered(session, message)
        announce_message(hub, session, page.store_id, message)
        note_written(hub, session, message)
    return is_new


def tell_member(hub: Hub, session: Session, page: Page, said: Said) -> bool:
    """Say something on a page of hers, and have it brought to her; False: it was said before.

    What people of the store say is taken as their answer to what they read, and as what she waits for.
    """
    message = _make_message(hub, session, page, STORE, said)
    if not add_message(session, message):
        return False
    announce_message(hub, session, page.store_id, message)
    note_said(hub, session, message.conversation_id)
    is_awaited = said.entry in _AWAITED
    if said.entry in _BY_PEOPLE:
        note_answered(session, message)
    due_at = message.written_at + GRACE
    session.add(Errand(message_id=message.id, channel=CHANNELS[0], is_awaited=is_awaited, due_at=due_at))
    return True


def open_conversation(hub: Hub, session: Session, member_key: str) -> Conversation:
    """Her conversation; it begins now where nothing was said before."""
    found = find_conversation(session, member_key)
    if found is None:
        found = Conversation(id=f"c_{hub.mint()}", member_key=member_key, opened_at=hub.now())
        session.add(found)
        session.flush()
    return found


def _make_message(hub: Hub, session: Session, page: Page, author: str, said: Said) -> Message:
    return Message(
        conversation_id=open_conversation(hub, session, page.member_key).id,
        bookmark_id=page.bookmark_id,
        author=author,
        text=said.text,
        written_at=hub.now(),
        nonce=said.nonce,
        entry=said.entry,
    )
