"""A member's visit to the store, from the door until she pays, leaves, or the night comes."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, bindparam, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.members.member import select_kin
from kiosk.hub.models.prepared import Prepared

Way: TypeAlias = Literal["card", "phone", "beacon"]
"""By her card at a door, by her phone, or by the beacon that she carries."""
End: TypeAlias = Literal["paid", "ended", "left", "night"]
"""She paid, said so, gave no sign for long, or the store's day was over."""


class Visit(Base):
    """A visit; without `ended_at` it runs, or nobody looked since it was over (`domain/visit/visit.py`).

    `screen_id` is the door by which she came, if it was one. `seen_at` is her last sign. `zones` are those before whose
    screens she stood, in their order. `turn` counts what happens to all visits, for pages that stand open. `exit_at` is
    when an exit saw her go, after all else that she did, and `told` the bill of which she was told then that it is
    charged. `is_due`: it is over, and nobody looked yet what becomes of that. `was_packed`: something lay in her basket
    as she came. `was_at_till`: a till told of something that she bought.
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
    turn: Mapped[int] = mapped_column(default=0, server_default="0", index=True)
    exit_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    told: Mapped[str] = mapped_column(default="", server_default="")
    is_due: Mapped[bool] = mapped_column(index=True, default=False)
    was_packed: Mapped[bool] = mapped_column(default=False)
    was_at_till: Mapped[bool] = mapped_column(default=False)


_STIR: Prepared[None] = Prepared(
    update(Visit)
    .where(Visit.member_key.in_(select_kin(bindparam("key"))), Visit.ended_at.is_(None))
    .values(turn=select(func.coalesce(func.max(Visit.turn), 0) + 1).scalar_subquery()),
    lambda: None,
)


def stir_visits(session: Session, key: str) -> None:
    """Let open pages of her visit that runs hear that something of it is another by now: each tap does."""
    _STIR.run(session, key=key)


def find_last_turn(session: Session) -> int:
    """The last turn of all visits; 0 where there is none."""
    return session.scalar(select(func.max(Visit.turn))) or 0


def find_last_turn_of(session: Session, keys: Collection[str]) -> int:
    """The last turn of the visits of these keys; 0 where there is none."""
    return session.scalar(select(func.max(Visit.turn)).where(Visit.member_key.in_(keys))) or 0


def list_turns_since(session: Session, after: int) -> list[tuple[int, str]]:
    """Turn and member of each visit to which something happened after this one, in order."""
    query = select(Visit.turn, Visit.member_key).where(Visit.turn > after).order_by(Visit.turn)
    return [(turn, key) for turn, key in session.execute(query)]


def list_unended(session: Session, keys: Collection[str]) -> list[Visit]:
    """The visits of these keys that nobody noted the end of, the latest first."""
    query = select(Visit).where(Visit.member_key.in_(keys), Visit.ended_at.is_(None))
    return list(session.scalars(query.order_by(Visit.began_at.desc(), Visit.id)))


def list_silent(session: Session, seen_before: datetime, left_before: datetime, most: int) -> list[Visit]:
    """So many visits at most that nobody noted the end of, without a sign since then, or at an exit before that."""
    is_silent = or_(Visit.seen_at <= seen_before, Visit.exit_at <= left_before)
    query = select(Visit).where(Visit.ended_at.is_(None), is_silent)
    return list(session.scalars(query.order_by(Visit.seen_at, Visit.id).limit(most)))


def list_due_visits(session: Session, most: int) -> list[Visit]:
    """So many visits at most that are over, and of which nobody looked yet what becomes of that."""
    query = select(Visit).where(Visit.is_due, Visit.ended_at.is_not(None))
    return list(session.scalars(query.order_by(Visit.ended_at, Visit.id).limit(most)))


def forget_exit(visit: Visit) -> None:
    """She has not gone: what she was told of that does not hold any more."""
    visit.exit_at, visit.told = None, ""


def note_till(session: Session, keys: Collection[str]) -> None:
    """A till told of something that one of these keys bought, on the visit that runs, or of which nobody judged yet."""
    is_open = or_(Visit.ended_at.is_(None), Visit.is_due)
    session.execute(update(Visit).where(Visit.member_key.in_(keys), is_open).values(was_at_till=True))


def forget_sightings(session: Session, keys: Collection[str]) -> None:
    """Forget where beacons of these keys were seen, and the visits that are known by them alone."""
    session.execute(delete(Visit).where(Visit.member_key.in_(keys), Visit.way == "beacon"))
    for visit in session.scalars(select(Visit).where(Visit.member_key.in_(keys))):
        visit.zones = []
        forget_exit(visit)


def find_last_ended(session: Session, keys: Collection[str]) -> Visit | None:
    """The visit of these keys that ended last."""
    query = select(Visit).where(Visit.member_key.in_(keys), Visit.ended_at.is_not(None))
    return session.scalars(query.order_by(Visit.ended_at.desc(), Visit.id).limit(1)).first()
