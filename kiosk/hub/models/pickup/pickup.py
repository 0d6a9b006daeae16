"""An order that people of the store pick: for who comes for it, or to be brought to her home."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base, ContractJson
from kiosk.hub.models.members.member import Member, group_by_member

Way: TypeAlias = Literal["pick_up", "home"]
State: TypeAlias = Literal["placed", "picking", "ready", "handed_over", "cancelled"]
Looked: TypeAlias = Literal["open", "picked", "substituted", "missing"]
Found: TypeAlias = Literal[Looked, "returned"]
OPEN: tuple[State, ...] = ("placed", "picking", "ready")
PICK_UP: Way = "pick_up"
HOME: Way = "home"
ORDER_READY = "order_ready"
"""The segment in which a member is whose order lies ready."""


class PickupLine(Struct, frozen=True):
    """So many of the article `code`, called `title` by who sold it; `substitute` is what lies there instead.

    Of a line that was given back before it was handed over, `count` says how many came back last.
    """

    code: str
    title: str
    count: int
    found: Found = "open"
    substitute: str = ""


class Pickup(Base):
    """An order, whose life `domain/pickup/course.py` tells; who sold it calls it `order_id`.

    `code` is by what she is greeted and called, and proves nothing; `proof` is what her phone shows at the hand-over.
    `member_key` is whose it is, where the store knows her. `changed_at` is when it came into its state, by `clerk`, and
    `arrived_at` when she was last at the desk. What she paid for on her phone is of the sale `settlement_id`. What goes
    `home` goes to `address`, which is there only as long as it is to be sent. `seen_age` is the age that `clerk` saw of
    who came for it, where something of it is not for everybody and nobody had looked before.
    """

    __tablename__ = "pickups"
    __table_args__ = (
        UniqueConstraint("store_id", "source_id", "order_id"),
        Index(None, "store_id", "state"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    source_id: Mapped[str]
    order_id: Mapped[str]
    fingerprint: Mapped[str]
    code: Mapped[str]
    proof: Mapped[str]
    state: Mapped[str]
    lines: Mapped[tuple[PickupLine, ...]] = mapped_column(ContractJson(tuple[PickupLine, ...]))
    placed_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)
    member_key: Mapped[str | None] = mapped_column(ForeignKey("members.key"), index=True, default=None)
    clerk: Mapped[str] = mapped_column(default="")
    arrived_at: Mapped[datetime | None] = mapped_column(default=None)
    way: Mapped[str] = mapped_column(default=PICK_UP)
    settlement_id: Mapped[str | None] = mapped_column(ForeignKey("settlements.id"), index=True, default=None)
    address: Mapped[str | None] = mapped_column(default=None)
    seen_age: Mapped[int | None] = mapped_column(default=None)


def find_pickup(session: Session, store_id: str, pickup_id: str) -> Pickup | None:
    """The order of this id in this store."""
    found = session.get(Pickup, pickup_id)
    return found if found and found.store_id == store_id else None


def find_told(session: Session, store_id: str, source_id: str, order_id: str) -> Pickup | None:
    """The order that this source told of under its own id."""
    query = select(Pickup).where(Pickup.store_id == store_id, Pickup.source_id == source_id)
    return session.scalars(query.where(Pickup.order_id == order_id)).first()


def list_pickups(session: Session, store_id: str, since: datetime) -> list[Pickup]:
    """The store's orders that wait for something, and those that changed since then, the oldest first."""
    query = select(Pickup).where(Pickup.store_id == store_id)
    query = query.where(or_(Pickup.state.in_(OPEN), Pickup.changed_at >= since))
    return list(session.scalars(query.order_by(Pickup.placed_at, Pickup.id)))


def list_open_codes(session: Session, store_id: str) -> set[str]:
    """The codes by which somebody may be called now."""
    return set(session.scalars(select(Pickup.code).where(Pickup.store_id == store_id, Pickup.state.in_(OPEN))))


def list_open_of_sale(session: Session, settlement_id: str) -> Sequence[Pickup]:
    """The orders of this sale that are not at their end."""
    query = select(Pickup).where(Pickup.settlement_id == settlement_id, Pickup.state.in_(OPEN))
    return session.scalars(query.order_by(Pickup.id)).all()


def list_pickups_of(session: Session, keys: Collection[str]) -> list[Pickup]:
    """The orders of these members, the latest first."""
    query = select(Pickup).where(Pickup.member_key.in_(keys))
    return list(session.scalars(query.order_by(Pickup.placed_at.desc(), Pickup.id)))


def group_ready(session: Session, keys: Select[str]) -> dict[str, list[str]]:
    """The segment of those of these members whose order lies ready, by member, as a screen greets them by it."""
    query = select(Member.key, Pickup.state).join(Pickup, Pickup.member_key == Member.key)
    query = query.where(Member.key.in_(keys), Pickup.state == "ready", Pickup.way == PICK_UP)
    return {key: [ORDER_READY] for key in group_by_member(session, query)}
