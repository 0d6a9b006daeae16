"""A message in a conversation, from the store or from the member."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LONGEST = 2000
STORE = "store"
MEMBER = "member"


class Message(Base):
    """A message by `author` store or member, on the page of a bookmark.

    `nonce` names the form that sent it, so that it is sent once. `bookmark_id` is no foreign key: each bookmark has one
    to its first message already, which is there before it.
    """

    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    bookmark_id: Mapped[str]
    author: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[datetime]
    nonce: Mapped[str | None] = mapped_column(unique=True, default=None)


def add_message(session: Session, message: Message) -> None:
    """Add a message unless its form was sent before."""
    if message.nonce is None or not is_sent(session, message.nonce):
        session.add(message)
        session.flush()


def is_sent(session: Session, nonce: str) -> bool:
    """Whether the form of this nonce was sent already."""
    return session.scalar(select(Message.id).where(Message.nonce == nonce)) is not None


def list_messages(session: Session, conversation_id: str, first_id: int, bookmark_ids: Select[str]) -> list[Message]:
    """The conversation's messages from this one on, on the pages of these bookmarks, the oldest first."""
    query = select(Message).where(Message.conversation_id == conversation_id, Message.id >= first_id)
    return list(session.scalars(query.where(Message.bookmark_id.in_(bookmark_ids)).order_by(Message.id)))


def clean_text(text: str) -> str:
    """A message as it is kept: without control characters other than line breaks, without blank edges."""
    lines = text.replace("\r\n", "\n").replace("\t", " ")
    return "".join(letter for letter in lines if letter == "\n" or letter.isprintable()).strip()
