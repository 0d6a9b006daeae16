"""A message that stands both here and at the store's Chatwoot, or that is on its way there."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink


class ChatwootMessage(Base):
    """`remote_id` is what a message is called there.

    Without one it may stand there or not, since `tried_at`: that is looked up before it is sent again. `dead_at` is
    when it was given up, for this reason.
    """

    __tablename__ = "chatwoot_messages"

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    tried_at: Mapped[datetime]
    remote_id: Mapped[int | None] = mapped_column(BigInteger, unique=True, default=None)
    dead_at: Mapped[datetime | None] = mapped_column(default=None)
    why: Mapped[str | None] = mapped_column(default=None)


# So it is for a message without a row, too, where it is asked for by an outer join.
_IS_OPEN = ChatwootMessage.remote_id.is_(None) & ChatwootMessage.dead_at.is_(None)


def find_unsent(session: Session, link: ChatwootLink) -> Message | None:
    """The oldest message of this conversation that does not stand there yet, as far as is known."""
    query = select(Message).outerjoin(ChatwootMessage, ChatwootMessage.message_id == Message.id)
    query = query.where(Message.conversation_id == link.conversation_id, Message.id >= link.begins_with)
    return session.scalar(query.where(_IS_OPEN).order_by(Message.id).limit(1))


def find_last_remote(session: Session, conversation_id: str) -> int:
    """What the last message of this conversation is called there; 0 where there is none."""
    query = select(func.max(ChatwootMessage.remote_id)).where(ChatwootMessage.conversation_id == conversation_id)
    return session.scalar(query) or 0


def find_by_remote(session: Session, remote_id: int) -> Message | None:
    """The message that is called so there."""
    query = select(Message).join(ChatwootMessage, ChatwootMessage.message_id == Message.id)
    return session.scalar(query.where(ChatwootMessage.remote_id == remote_id))


def list_shared(session: Session, conversation_id: str) -> list[Message]:
    """The messages of this conversation that stand there."""
    query = select(Message).join(ChatwootMessage, ChatwootMessage.message_id == Message.id)
    query = query.where(ChatwootMessage.conversation_id == conversation_id, ChatwootMessage.remote_id.is_not(None))
    return list(session.scalars(query.order_by(Message.id)))


def list_dead(session: Session) -> list[ChatwootMessage]:
    """Those that were given up, the oldest first."""
    query = select(ChatwootMessage).where(ChatwootMessage.dead_at.is_not(None))
    return list(session.scalars(query.order_by(ChatwootMessage.message_id)))


def count_unsent(session: Session) -> int:
    """How many messages do not stand there yet."""
    query = select(func.count()).select_from(Message)
    query = query.join(ChatwootLink, ChatwootLink.conversation_id == Message.conversation_id)
    query = query.outerjoin(ChatwootMessage, ChatwootMessage.message_id == Message.id)
    return session.scalar(query.where(Message.id >= ChatwootLink.begins_with, _IS_OPEN)) or 0


def forget_shared(session: Session, conversation_ids: Collection[str]) -> None:
    """Forget what of these conversations is called how there."""
    session.execute(delete(ChatwootMessage).where(ChatwootMessage.conversation_id.in_(conversation_ids)))
