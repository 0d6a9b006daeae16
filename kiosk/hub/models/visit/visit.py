"""A member's visit to the store, from the door until she pays, leaves, or the night comes."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

Way: TypeAlias = Literal["card", "phone", "beacon"]
"""By her card at a door, by her phone, or by the beacon that she carries."""
End: TypeAlias = Literal["paid", "ended", "left", "night"]
"""She paid, said so, gave no sign for long, or the store's day was over."""


class Visit(Base):
    """A visit; without `ended_at` it runs, or nobody looked since it was over (`domain/visit/visit.py`).

    `screen_id` is the door by which she came, if it was one. `seen_at` is her last sign. `zones` are those before whose
    screens she stood, in their order.
    """

    __tablename__ = "visits"

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    way: Mapped[str]
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    screen_id: Mapped[str | None] = mapped_column(default=None)
    zones: Mapped[list[str]] = mapped_column(default_factory=list)
    ended_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    ended_by: Mapped[str | None] = mapped_column(default=None)


def list_unended(session: Session, keys: Collection[str]) -> list[Visit]:
    """The visits of these keys that nobody noted the end of, the latest first."""
    query = select(Visit).where(Visit.member_key.in_(keys), Visit.ended_at.is_(None))
    return list(session.scalars(query.order_by(Visit.began_at.desc(), Visit.id)))


def list_silent(session: Session, seen_before: datetime, most: int) -> list[Visit]:
    """So many visits at most that nobody noted the end of, without a sign since then."""
    query = select(Visit).where(Visit.ended_at.is_(None), Visit.seen_at <= seen_before)
    return list(session.scalars(query.order_by(Visit.seen_at, Visit.id).limit(most)))


def forget_sightings(session: Session, keys: Collection[str]) -> None:
    """Forget where beacons of these keys were seen, and the visits that are known by them alone."""
    session.execute(delete(Visit).where(Visit.member_key.in_(keys), Visit.way == "beacon"))
    for visit in session.scalars(select(Visit).where(Visit.member_key.in_(keys))):
        visit.zones = []


def find_last_ended(session: Session, keys: Collection[str]) -> Visit | None:
    """The visit of these keys that ended last."""
    query = select(Visit).where(Visit.member_key.in_(keys), Visit.ended_at.is_not(None))
    return session.scalars(query.order_by(Visit.ended_at.desc(), Visit.id).limit(1)).first()
