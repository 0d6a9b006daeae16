"""A member's consent that one of the staff sees something of hers for some minutes."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Index, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

_OPEN = ("shown", "asked", "confirmed")


class Handshake(Base):
    """A handshake, whose life `domain/handshake/agreement.py` tells: in its `state` until `due_at` at most.

    `code_hash` is of the code that her phone shows; `None`: she tapped her card. `clerk` is who asked, by name, and
    `clerk_id` by the key of a person: not as a foreign key, for what was seen stays on record when a person leaves.
    """

    __tablename__ = "handshakes"
    __table_args__ = (Index(None, "store_id", "code_hash"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    began_at: Mapped[datetime]
    state: Mapped[str]
    due_at: Mapped[datetime]
    code_hash: Mapped[str | None] = mapped_column(default=None)
    clerk_id: Mapped[str | None] = mapped_column(default=None, index=True)
    clerk: Mapped[str | None] = mapped_column(default=None)
    shares: Mapped[list[str]] = mapped_column(default_factory=list)


def find_handshake(session: Session, store_id: str, handshake_id: str) -> Handshake | None:
    """The handshake of this id in this store."""
    found = session.get(Handshake, handshake_id)
    return found if found and found.store_id == store_id else None


def find_by_code(session: Session, store_id: str, code_hash: str) -> Handshake | None:
    """The handshake of this code in this store, the latest if there are several."""
    query = select(Handshake).where(Handshake.store_id == store_id, Handshake.code_hash == code_hash)
    return session.scalar(query.order_by(Handshake.began_at.desc()).limit(1))


def find_open(session: Session, keys: Collection[str], now: datetime) -> Handshake | None:
    """The handshake that these keys have begun and that is not over."""
    query = select(Handshake).where(Handshake.member_key.in_(keys), Handshake.state.in_(_OPEN), Handshake.due_at > now)
    return session.scalar(query.order_by(Handshake.began_at.desc()).limit(1))


def list_open_of_clerk(session: Session, clerk_id: str, now: datetime) -> list[Handshake]:
    """Those that this person asked for and that are not over, the latest first."""
    query = select(Handshake).where(Handshake.clerk_id == clerk_id, Handshake.state.in_(_OPEN), Handshake.due_at > now)
    return list(session.scalars(query.order_by(Handshake.began_at.desc(), Handshake.id)))


def list_asked(session: Session, keys: Collection[str]) -> list[Handshake]:
    """All that anybody ever asked these keys for, the latest first."""
    query = select(Handshake).where(Handshake.member_key.in_(keys), Handshake.clerk_id.is_not(None))
    return list(session.scalars(query.order_by(Handshake.began_at.desc(), Handshake.id)))


def forget_unasked(session: Session, keys: Collection[str]) -> None:
    """Forget the codes that these keys were given and nobody took."""
    session.execute(delete(Handshake).where(Handshake.member_key.in_(keys), Handshake.clerk_id.is_(None)))


def move_handshakes(session: Session, key: str, member_key: str) -> None:
    """Let what was seen of her under this key be on record under that of her account."""
    session.execute(update(Handshake).where(Handshake.member_key == key).values(member_key=member_key))
