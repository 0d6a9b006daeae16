"""What the staff put aside or order for a member, with an offer that she kept."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Index, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.bookmark import Bookmark

LONGEST_VARIANT, LONGEST_ADDRESS = 80, 400
_OPEN = ("reserved", "ordered", "ready")


class Reservation(Base):
    """What its life is, tells `domain/handshake/reservation.py`; `number` is what she says when she comes for it.

    `variant` is the size or colour that she wants. `address` is what she typed on her phone, and only as long as
    something is to be sent there. `changed_at` is when it came into its state, by `clerk`.
    """

    __tablename__ = "orders"
    __table_args__ = (Index(None, "store_id", "changed_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    bookmark_id: Mapped[str] = mapped_column(ForeignKey("bookmarks.id"), index=True)
    number: Mapped[str]
    way: Mapped[str]
    state: Mapped[str]
    variant: Mapped[str]
    placed_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    clerk: Mapped[str]
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    address: Mapped[str | None] = mapped_column(default=None)


def find_reservation(session: Session, store_id: str, reservation_id: str) -> Reservation | None:
    """The reservation of this id in this store."""
    found = session.get(Reservation, reservation_id)
    return found if found and found.store_id == store_id else None


def list_reservations(session: Session, store_id: str, since: datetime) -> list[Reservation]:
    """The store's reservations that wait for something, and those that changed since then, the oldest first."""
    query = select(Reservation).where(Reservation.store_id == store_id)
    query = query.where(or_(Reservation.state.in_(_OPEN), Reservation.changed_at >= since))
    return list(session.scalars(query.order_by(Reservation.placed_at, Reservation.id)))


def list_reservations_of(session: Session, keys: Collection[str]) -> list[Reservation]:
    """The reservations of these members, the latest first."""
    query = select(Reservation).join(Bookmark, Bookmark.id == Reservation.bookmark_id)
    query = query.where(Bookmark.member_key.in_(keys))
    return list(session.scalars(query.order_by(Reservation.placed_at.desc(), Reservation.id)))
