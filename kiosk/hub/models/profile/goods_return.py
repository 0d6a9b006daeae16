"""Goods that were brought back: which lines of which receipt, and what was taken back of what they had earned."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class GoodsReturn(Base):
    """A return by the till's own id for it; the receipt may be another till's of the store.

    `fingerprint` tells a repeated request from another one under the same id, and `taken` is what was answered.
    """

    __tablename__ = "goods_returns"
    __table_args__ = (
        ForeignKeyConstraint(["store_id", "till_id"], ["tills.store_id", "tills.id"]),
        ForeignKeyConstraint(
            ["store_id", "receipt_till_id", "receipt_id"], ["receipts.store_id", "receipts.till_id", "receipts.id"]
        ),
    )

    store_id: Mapped[str] = mapped_column(primary_key=True)
    till_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    receipt_till_id: Mapped[str]
    receipt_id: Mapped[str]
    returned_at: Mapped[datetime]
    taken: Mapped[list[dict[str, Any]]]


def find_goods_return(session: Session, store_id: str, till_id: str, return_id: str) -> GoodsReturn | None:
    """The till's return of this id."""
    return session.get(GoodsReturn, (store_id, till_id, return_id))
