"""What the staff put aside or order for a member, with an offer that she kept."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Index, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.bookmark import Bookmark

LONGEST_VARIANT, LONGEST_ADDRESS = 80, 400
_OPEN = ("reserved", "ordered", "ready")


class Order(Base):
    """An order, whose life `domain/handshake/order.py` tells; `number` is what she says when she comes for it.

    `variant` is the size or colour that she wants. `address` is what she typed on her phone, and only as long as
    something is to be sent there. `changed_at` is when the order came into its state, by `clerk`.
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


def find_order(session: Session, store_id: str, order_id: str) -> Order | None:
    """The order of this id in this store."""
    found = session.get(Order, order_id)
    return found if found and found.store_id == store_id else None


def list_orders(session: Session, store_id: str, since: datetime) -> list[Order]:
    """The store's orders that wait for something, and those that changed since then, the oldest first."""
    query = select(Order).where(Order.store_id == store_id)
    query = query.where(or_(Order.state.in_(_OPEN), Order.changed_at >= since))
    return list(session.scalars(query.order_by(Order.placed_at, Order.id)))


def list_orders_of(session: Session, keys: Collection[str]) -> list[Order]:
    """The orders of these members, the latest first."""
    query = select(Order).join(Bookmark, Bookmark.id == Order.bookmark_id).where(Bookmark.member_key.in_(keys))
    return list(session.scalars(query.order_by(Order.placed_at.desc(), Order.id)))
