"""The one conversation between a member and her store."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Select, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.message import MEMBER, Message
from kiosk.hub.models.members.member import Member


class Conversation(Base):
    """A member's conversation: each bookmark and each answer adds to it."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), unique=True)
    opened_at: Mapped[datetime]


_OF_MEMBER = select(Conversation).where(Conversation.member_key == bindparam("member_key"))


def find_conversation(session: Session, member_key: str) -> Conversation | None:
    """The member's conversation."""
    return session.scalar(_OF_MEMBER, {"member_key": member_key})


def find_conversation_of(session: Session, store_id: str, conversation_id: str) -> Conversation | None:
    """The conversation of this id with a member of this store."""
    query = select(Conversation).join(Member, Member.key == Conversation.member_key)
    return session.scalar(query.where(Conversation.id == conversation_id, Member.store_id == store_id))


def list_last_words(session: Session, store_id: str, most: int) -> list[Message]:
    """What each member of the store wrote last, the latest first; who wrote nothing waits for no answer."""
    last = select(func.max(Message.id)).where(Message.author == MEMBER).group_by(Message.conversation_id)
    query = select(Message).join(Conversation, Conversation.id == Message.conversation_id)
    query = query.join(Member, Member.key == Conversation.member_key)
    query = query.where(Member.store_id == store_id, Message.id.in_(last)).order_by(Message.id.desc())
    return list(session.scalars(query.limit(most)))


def list_conversations(session: Session, keys: Collection[str]) -> list[str]:
    """The conversations with these members in which something was said, the latest first."""
    query = select(Message.conversation_id).where(Message.conversation_id.in_(_select_with(keys)))
    return list(session.scalars(query.group_by(Message.conversation_id).order_by(func.max(Message.id).desc())))


def list_messages_with(
    session: Session, keys: Collection[str], *, before: int | None = None, most: int | None = None
) -> list[Message]:
    """The messages with these members, the oldest first: all, or the last ones `before` this one."""
    query = select(Message).where(Message.conversation_id.in_(_select_with(keys)))
    query = query if before is None else query.where(Message.id < before)
    return list(session.scalars(query.order_by(Message.id.desc()).limit(most)))[::-1]


def find_last_with(session: Session, keys: Collection[str]) -> int:
    """The number of the last message with these members; 0 where there is none."""
    query = select(func.max(Message.id)).where(Message.conversation_id.in_(_select_with(keys)))
    return session.scalar(query) or 0


def list_said_since(session: Session, after_id: int) -> Sequence[tuple[int, str | None, str]]:
    """Number, bookmark and member of each message after this one, in order."""
    query = select(Message.id, Message.bookmark_id, Conversation.member_key)
    query = query.join(Conversation, Conversation.id == Message.conversation_id).where(Message.id > after_id)
    return [(number, bookmark, key) for number, bookmark, key in session.execute(query.order_by(Message.id))]


def _select_with(keys: Collection[str]) -> Select[str]:
    return select(Conversation.id).where(Conversation.member_key.in_(keys))
