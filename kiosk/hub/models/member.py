"""A person who joined, or kept something: a pseudonym with what she allowed us to know."""

from collections import defaultdict
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.contract.shopper import Interests
from kiosk.hub.models.base import Base
from kiosk.hub.models.store import count_revision


class Member(Base):
    """A member of a store; `key` is her pseudonym.

    `revision` is the store's at her last change that screens must hear of; 0: no screen ever heard of her.
    `visits` counts the days on which she came to the store, of which only the last is kept: nobody needs her diary.
    """

    __tablename__ = "members"

    key: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    joined_at: Mapped[datetime]
    language: Mapped[str]
    segments: Mapped[list[str]]
    revision: Mapped[int] = mapped_column(default=0)
    visits: Mapped[int] = mapped_column(default=0)
    last_visit: Mapped[date | None] = mapped_column(default=None)
    interests: Mapped[Interests] = mapped_column(default_factory=dict)


def find_member_by_key(session: Session, store_id: str, key: str) -> Member | None:
    """The member of this store with this pseudonym."""
    member = session.get(Member, key)
    return member if member and member.store_id == store_id else None


def select_changed_keys(store_id: str, since: int) -> Select[str]:
    """A query for the keys of the store's members that changed after this revision."""
    return select(Member.key).where(Member.store_id == store_id, Member.revision > since)


def list_members(session: Session, keys: Select[str]) -> list[Member]:
    """These members in the order of their changes."""
    return list(session.scalars(select(Member).where(Member.key.in_(keys)).order_by(Member.revision)))


def list_segments(session: Session, store_id: str) -> list[str]:
    """The segments that any member of the store is in, by name."""
    lists = session.scalars(select(Member.segments).where(Member.store_id == store_id))
    return sorted({segment for segments in lists for segment in segments})


def group_by_member(session: Session, pairs: Select[str, str]) -> dict[str, list[str]]:
    """What a query of keys and texts finds, by member: one query serves them all, however many they are."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, text in session.execute(pairs):
        groups[key].append(text)
    return groups


def count_visit(session: Session, member: Member, day: date) -> None:
    """Count a visit on this day of the store, once, however often it is told; one before her last counts no more."""
    if member.last_visit is None or day > member.last_visit:
        member.visits += 1
        member.last_visit = day
        note_change(session, member)


def forget_tastes(member: Member) -> None:
    """Forget what offers were chosen for her by: segments, interests and visits."""
    member.segments, member.interests = [], {}
    member.visits, member.last_visit = 0, None


def note_change(session: Session, member: Member) -> None:
    """See to it that screens hear of the member's new state when they next ask."""
    member.revision = count_revision(session, member.store_id)
