"""A message in a conversation, from the store or from the member, and how far it came."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, Select, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LONGEST = 2000
STORE = "store"
MEMBER = "member"
Entry: TypeAlias = Literal["hub", "screen", "web", "till", "console", "rule", "pickup", "email", "chatwoot"]
"""Where a message came in: at a screen, on a phone's page, at a till, at the console, by a rule, as a till's word that
an order is ready, as the answer to a mail, or at the store's Chatwoot. Of those from before this was noted, what the
store said came from the hub itself."""


class Message(Base):
    """A message by `author` store or member, on the page of a bookmark, or with none on that of all her messages.

    `nonce` names the form that sent it, so that it is sent once. `bookmark_id` is no foreign key: each bookmark has one
    to its first message already, which is there before it. Each of the three times is of the first time: when it
    reached a device of its reader's or a server that answers for it, when she had it before her eyes, and when she
    wrote after that.
    """

    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    bookmark_id: Mapped[str | None] = mapped_column(index=True)
    author: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[datetime]
    nonce: Mapped[str | None] = mapped_column(unique=True, default=None)
    entry: Mapped[str] = mapped_column(default="hub")
    delivered_at: Mapped[datetime | None] = mapped_column(default=None)
    read_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)


def add_message(session: Session, message: Message) -> bool:
    """Add a message; False: its form was sent before."""
    if message.nonce is not None and is_sent(session, message.nonce):
        return False
    session.add(message)
    session.flush()
    return True


def is_sent(session: Session, nonce: str) -> bool:
    """Whether the form of this nonce was sent already."""
    return session.scalar(select(Message.id).where(Message.nonce == nonce)) is not None


def find_by_nonce(session: Session, nonce: str) -> Message:
    """The message that was said by the form of this nonce."""
    return session.scalars(select(Message).where(Message.nonce == nonce)).one()


def list_messages(session: Session, conversation_id: str, first_id: int, bookmark_ids: Select[str]) -> list[Message]:
    """The conversation's messages from this one on, on the pages of these bookmarks, the oldest first."""
    query = select(Message).where(Message.conversation_id == conversation_id, Message.id >= first_id)
    return list(session.scalars(query.where(Message.bookmark_id.in_(bookmark_ids)).order_by(Message.id)))


def list_all_messages(session: Session, conversation_id: str) -> list[Message]:
    """All of the conversation's messages, the oldest first."""
    return list(session.scalars(select(Message).where(Message.conversation_id == conversation_id).order_by(Message.id)))


def find_first_on_none(session: Session, conversation_id: str) -> int:
    """The number of the conversation's first message that stands on no bookmark's page. There is at least one."""
    query = select(func.min(Message.id)).where(Message.conversation_id == conversation_id)
    return session.scalars(query.where(Message.bookmark_id.is_(None))).one()


def find_last_id(session: Session) -> int:
    """The number of the last message of all; 0 where there is none."""
    return session.scalar(select(func.max(Message.id))) or 0


def find_last_on(session: Session, pages: Collection[str]) -> int:
    """The number of the last message on these pages; 0 where there is none."""
    return session.scalar(select(func.max(Message.id)).where(Message.bookmark_id.in_(pages))) or 0


def note_delivered(messages: Iterable[Message], reader: str, now: datetime) -> None:
    """Note that what the other side wrote reached the device of this `reader`, store or member."""
    for message in messages:
        if message.author != reader:
            message.delivered_at = message.delivered_at or now


def note_read(messages: Iterable[Message], reader: str, now: datetime) -> None:
    """Note that this `reader`, store or member, had what the other side wrote before her eyes."""
    for message in messages:
        if message.author != reader:
            message.delivered_at = message.delivered_at or now
            message.read_at = message.read_at or now


def note_answered(session: Session, answer: Message) -> None:
    """Note that an answer was written after what its author had read of the other side's."""
    read = (
        Message.conversation_id == answer.conversation_id,
        Message.id < answer.id,
        Message.author != answer.author,
        Message.read_at.is_not(None),
        Message.answered_at.is_(None),
    )
    session.execute(update(Message).where(*read).values(answered_at=answer.written_at))


def clean_text(text: str) -> str:
    """A message as it is kept: without control characters other than line breaks, without blank edges."""
    lines = text.replace("\r\n", "\n").replace("\t", " ")
    return "".join(letter for letter in lines if letter == "\n" or letter.isprintable()).strip()
