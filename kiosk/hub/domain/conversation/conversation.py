"""How something is said in a member's one conversation, whoever says it and wherever it came in."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.chatwoot.link import note_said, note_written
from kiosk.hub.domain.outside.announcement import announce_message
from kiosk.hub.models.conversation.bookmark import Bookmark
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


def hear_member(hub: Hub, session: Session, bookmark: Bookmark, said: Said) -> bool:
    """Keep what a member writes on the page of a bookmark; False: it was kept before."""
    message = _make_message(hub, bookmark, MEMBER, said)
    is_new = add_message(session, message)
    if is_new:
        note_answered(session, message)
        announce_message(hub, session, bookmark, message)
        note_written(hub, session, bookmark)
    return is_new


def tell_member(hub: Hub, session: Session, bookmark: Bookmark, said: Said) -> bool:
    """Say something on the page of a bookmark, and have it brought to her; False: it was said before.

    What people of the store say is taken as their answer to what they read, and as what she waits for.
    """
    message = _make_message(hub, bookmark, STORE, said)
    if not add_message(session, message):
        return False
    announce_message(hub, session, bookmark, message)
    note_said(hub, session, bookmark.conversation_id)
    is_awaited = said.entry in _AWAITED
    if said.entry in _BY_PEOPLE:
        note_answered(session, message)
    due_at = message.written_at + GRACE
    session.add(Errand(message_id=message.id, channel=CHANNELS[0], is_awaited=is_awaited, due_at=due_at))
    return True


def find_page(messages: Sequence[Message]) -> str:
    """The bookmark on whose page she wrote last; else the last one of all. There is at least one message."""
    hers = [message for message in messages if message.author == MEMBER]
    return (hers or messages)[-1].bookmark_id


def _make_message(hub: Hub, bookmark: Bookmark, author: str, said: Said) -> Message:
    return Message(
        conversation_id=bookmark.conversation_id,
        bookmark_id=bookmark.id,
        author=author,
        text=said.text,
        written_at=hub.now(),
        nonce=said.nonce,
        entry=said.entry,
    )
