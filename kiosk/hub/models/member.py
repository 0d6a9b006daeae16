"""A person who joined, or kept something: a pseudonym with what she allowed us to know."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
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


def select_changed_keys(store_id: str, since: int) -> Select[str]:
    """A query for the keys of the store's members that changed after this revision."""
    return select(Member.key).where(Member.store_id == store_id, Member.revision > since)


def list_members(session: Session, keys: Select[str]) -> list[Member]:
    """These members in the order of their changes."""
    return list(session.scalars(select(Member).where(Member.key.in_(keys)).order_by(Member.revision)))


def group_by_member(session: Session, pairs: Select[str, str]) -> dict[str, list[str]]:
    """What a query of keys and texts finds, by member: one query serves them all, however many they are."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, text in session.execute(pairs):
        groups[key].append(text)
    return groups


def note_change(session: Session, member: Member) -> None:
    """See to it that screens hear of the member's new state when they next ask."""
    member.revision = count_revision(session, member.store_id)
