"""A person who joined, or kept something: a pseudonym with what she allowed us to know."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.store import count_revision


class Member(Base):
    """A member of a store; `key` is her pseudonym.

    `revision` is the store's at her last change that screens must hear of; 0: no screen ever heard of her.
    """

    __tablename__ = "members"

    key: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    joined_at: Mapped[datetime]
    language: Mapped[str]
    segments: Mapped[list[str]]
    revision: Mapped[int] = mapped_column(default=0)


def list_changed_members(session: Session, store_id: str, since: int) -> list[Member]:
    """The store's members that changed after this revision, in the order of their changes."""
    query = select(Member).where(Member.store_id == store_id, Member.revision > since).order_by(Member.revision)
    return list(session.scalars(query))


def note_change(session: Session, member: Member) -> None:
    """See to it that screens hear of the member's new state when they next ask."""
    member.revision = count_revision(session, member.store_id)
