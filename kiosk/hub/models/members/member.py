"""A person who joined, or kept something: a pseudonym with what she allowed us to know."""

from collections import defaultdict
from datetime import date, datetime

from sqlalchemy import BindParameter, ForeignKey, Index, Select, func, or_, select
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.contract.shopper import Interests
from kiosk.hub.models.base import Base
from kiosk.hub.models.store.store import count_revision

_IS_SOMEBODY = sql_text("person_key IS NOT NULL")


class Member(Base):
    """A member of a store; `key` is her pseudonym.

    `revision` is the store's at her last change that screens must hear of; 0: no screen ever heard of her.
    `visits` counts the days on which she came to the store, of which only the last is kept: nobody needs her diary.
    `person_key` is the member that she turned out to be, by which screens know her; `None`: she is known by her own.
    """

    __tablename__ = "members"
    __table_args__ = (
        Index(None, "store_id", "revision"),
        # Most are nobody else, and an index of them all would look to SQLite as if it found half of the members.
        Index(None, "person_key", sqlite_where=_IS_SOMEBODY, postgresql_where=_IS_SOMEBODY),
    )

    key: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    joined_at: Mapped[datetime]
    language: Mapped[str]
    segments: Mapped[list[str]]
    revision: Mapped[int] = mapped_column(default=0)
    visits: Mapped[int] = mapped_column(default=0)
    last_visit: Mapped[date | None] = mapped_column(default=None)
    interests: Mapped[Interests] = mapped_column(default_factory=dict)
    person_key: Mapped[str | None] = mapped_column(ForeignKey("members.key"), default=None)


def find_member_by_key(session: Session, store_id: str, key: str) -> Member | None:
    """The member of this store with this pseudonym, or who that turned out to be."""
    member = session.get(Member, key)
    return find_person(session, member) if member and member.store_id == store_id else None


def find_person(session: Session, member: Member) -> Member:
    """The member that she turned out to be, or she herself."""
    return session.get_one(Member, member.person_key) if member.person_key else member


def select_kin(key: str | BindParameter[str]) -> Select[str]:
    """A query for all keys of the person to whom this one belongs."""
    own = select(func.coalesce(Member.person_key, Member.key)).where(Member.key == key).scalar_subquery()
    return select(Member.key).where(or_(Member.key == own, Member.person_key == own))


def select_all_kin(keys: Select[str]) -> Select[str]:
    """A query for these keys and all that turned out to be one of them."""
    return select(Member.key).where(or_(Member.key.in_(keys), Member.person_key.in_(keys)))


def list_kin(session: Session, key: str) -> list[str]:
    """All keys of the person to whom this one belongs."""
    return list(session.scalars(select_kin(key).order_by(Member.key)))


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
    if member.person_key:
        find_person(session, member).revision = member.revision
