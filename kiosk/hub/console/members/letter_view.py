"""A message as the console tells of it: what it is about, who wrote it and when, and how far it came."""

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import MEMBER, Message
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words


class LetterView(Struct, frozen=True):
    """What a page prints of a message: where it came in as its `entry`, and how far it came.

    `offer` is what it is about; empty: about nothing that she kept.
    """

    conversation: str
    author: str
    entry: str
    offer: str
    text: str
    moment: str
    state: str
    is_waiting: bool


def view_letter(desk: Desk, session: Session, message: Message) -> LetterView:
    """The message."""
    language = desk.words["page"]["language"]
    is_hers = message.author == MEMBER
    return LetterView(
        conversation=message.conversation_id,
        author=message.author,
        entry=message.entry,
        offer=_name_offer(session, message, language),
        text=message.text,
        moment=format_moment(message.written_at, desk.hub.now(), desk.store.time_zone, choose_words(language)),
        state=desk.words["inbox"][name_state(message)],
        is_waiting=is_hers and message.answered_at is None,
    )


def _name_offer(session: Session, message: Message, language: str) -> str:
    if message.bookmark_id is None:
        return ""
    bookmark = session.get_one(Bookmark, message.bookmark_id)
    return choose_phrase(session.get_one(Offer, bookmark.offer_id).title, language)


def name_state(message: Message) -> str:
    """The last of the states that it came to."""
    if message.answered_at:
        return "answered"
    if message.read_at:
        return "read"
    return "delivered" if message.delivered_at else "sent"
