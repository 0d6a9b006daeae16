"""Where a member's conversation stands at the store's Chatwoot: made before anything is sent, so that it is found."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ChatwootLink(Base):
    """A conversation that is told there, from the message `begins_with` on.

    `source_id` is what the hub calls her there, and nowhere else. `contact_id` and `number` are what she and the
    conversation are called there, once they are known; `heard_id` is the last message of there that was read, and
    `status` how the conversation stood then. It is looked at when it is `due_at`, later with each of `tries` that
    failed; `stirred_at` is when something was last said.
    """

    __tablename__ = "chatwoot_links"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    source_id: Mapped[str] = mapped_column(unique=True)
    begins_with: Mapped[int]
    stirred_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)
    contact_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    number: Mapped[int | None] = mapped_column(BigInteger, unique=True, default=None)
    heard_id: Mapped[int] = mapped_column(BigInteger, default=0)
    status: Mapped[str | None] = mapped_column(default=None)


def find_link(session: Session, conversation_id: str) -> ChatwootLink | None:
    """The link of this conversation."""
    return session.get(ChatwootLink, conversation_id)


def find_link_by_number(session: Session, number: int) -> ChatwootLink | None:
    """The link of the conversation of this number there."""
    return session.scalar(select(ChatwootLink).where(ChatwootLink.number == number))


def list_due_links(session: Session, now: datetime, most: int) -> list[str]:
    """The conversations that are due, the longest due first."""
    query = select(ChatwootLink.conversation_id).where(ChatwootLink.due_at <= now).order_by(ChatwootLink.due_at)
    return list(session.scalars(query.limit(most)))


def hurry(link: ChatwootLink, now: datetime) -> None:
    """Have it looked at soon, unless it fails: then its pause holds.

    It is due anew also where it was due before: who looks at it just now sees by that that something came meanwhile.
    """
    if not link.tries:
        link.due_at = now
