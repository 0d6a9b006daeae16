"""What people of the store did, and to which kind of thing: never to whom, and never what it says."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy import ForeignKey, Index, Select, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

Outcome: TypeAlias = Literal["begun", "refused"]
OUTCOMES: tuple[Outcome, ...] = ("begun", "refused")
TERMINAL = "terminal"
"""Who did it from the machine's own command line, where nobody signs in."""


class Deed(Base):
    """A deed by its kind in `what`: a route of the console, or a command. The database refuses to change it.

    It is on disk before what it tells of begins, so that nothing is done without it; `refused`: she might not.
    Without `store_id` it is of no one store.
    """

    __tablename__ = "deeds"
    __table_args__ = (Index(None, "store_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    happened_at: Mapped[datetime] = mapped_column(index=True)
    person: Mapped[str]
    what: Mapped[str]
    outcome: Mapped[str] = mapped_column(default="begun")
    store_id: Mapped[str | None] = mapped_column(ForeignKey("stores.id"), default=None)


class Wanted(Struct, frozen=True):
    """Which deeds are asked for; what is empty asks for nothing."""

    person: str = ""
    what: str = ""
    outcome: str = ""


def list_deeds(session: Session, store_id: str, wanted: Wanted, most: int, before: int | None = None) -> Sequence[Deed]:
    """So many deeds in the store and of no one store, the latest first; with `before`, those before that number."""
    query = _select_wanted(store_id, wanted).order_by(Deed.id.desc()).limit(most)
    return session.scalars(query if before is None else query.where(Deed.id < before)).all()


def list_persons(session: Session, store_id: str) -> list[str]:
    """Everybody who did something, by name."""
    query = select(Deed.person).where(or_(Deed.store_id == store_id, Deed.store_id.is_(None)))
    return list(session.scalars(query.distinct().order_by(Deed.person)))


def list_kinds(session: Session, store_id: str) -> list[str]:
    """Every kind of deed that was done, by name."""
    query = select(Deed.what).where(or_(Deed.store_id == store_id, Deed.store_id.is_(None)))
    return list(session.scalars(query.distinct().order_by(Deed.what)))


def _select_wanted(store_id: str, wanted: Wanted) -> Select[Deed]:
    query = select(Deed).where(or_(Deed.store_id == store_id, Deed.store_id.is_(None)))
    for column, value in ((Deed.person, wanted.person), (Deed.what, wanted.what), (Deed.outcome, wanted.outcome)):
        query = query.where(column == value) if value else query
    return query
