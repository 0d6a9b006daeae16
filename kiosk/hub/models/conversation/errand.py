"""A message that is to be brought to a member by one channel: at most one errand for each of the two."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import Message

Channel: TypeAlias = Literal["push", "email"]
CHANNELS: tuple[Channel, ...] = ("push", "email")
"""In the order in which they are tried: the second only where the first could not bring it."""
SENT = "sent"


class Errand(Base):
    """An errand; `due_at` is when it is next looked at, `None` once it is over, with what came of it as `outcome`.

    While it is run, `due_at` is when it is taken up again if nobody said what came of it: a hub that dies amid a
    sending forgets none. `tries` counts the sendings that were begun. `is_awaited`: she asked for what is said.
    """

    __tablename__ = "errands"

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    is_awaited: Mapped[bool]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    outcome: Mapped[str | None] = mapped_column(default=None)


def find_due(session: Session, now: datetime) -> Errand | None:
    """The errand that waits longest of those that are due."""
    query = select(Errand).where(Errand.due_at <= now).order_by(Errand.due_at, Errand.message_id)
    return session.scalar(query.limit(1))


def close_errand(errand: Errand, outcome: str) -> None:
    """Let it be over."""
    errand.due_at, errand.outcome = None, outcome


def note_sent(errand: Errand, now: datetime) -> None:
    """Note that it was brought."""
    errand.sent_at = now
    close_errand(errand, SENT)


def count_sent(session: Session, member_key: str, since: datetime) -> int:
    """How many messages any channel brought this member since then."""
    query = select(func.count()).select_from(Errand).join(Message, Message.id == Errand.message_id)
    query = query.join(Conversation, Conversation.id == Message.conversation_id)
    return session.scalar(query.where(Conversation.member_key == member_key, Errand.sent_at >= since)) or 0


def list_errands(session: Session, message_id: int) -> Sequence[Errand]:
    """The errands of a message, in the order of their channels' names."""
    return session.scalars(select(Errand).where(Errand.message_id == message_id).order_by(Errand.channel)).all()


def lease(errand: Errand, now: datetime, length: timedelta) -> None:
    """Begin to run it: until then nobody else does."""
    errand.tries += 1
    errand.due_at = now + length
