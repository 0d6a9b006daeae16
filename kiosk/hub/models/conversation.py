"""The one conversation between a member and her store."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Conversation(Base):
    """A member's conversation: each bookmark and each answer adds to it."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), unique=True)
    opened_at: Mapped[datetime]


def find_conversation(session: Session, member_key: str) -> Conversation | None:
    """The member's conversation."""
    return session.scalar(select(Conversation).where(Conversation.member_key == member_key))
