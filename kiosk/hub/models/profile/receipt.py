"""A receipt of a till with its lines, and whose it was as far as she allows that to be kept."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, and_, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.benefits.earning import Earning


class Receipt(Base):
    """A receipt by the till's own id for it; `total` is negative where goods were brought back.

    `fingerprint` tells a repeated request from another one under the same id. `was_known` is what the till was
    answered, and stays when `member_key` goes. `earning_key` names what the purchase earned, if anybody earned by it.
    `returned` says how much of which line was brought back by now: quantities, as decimal text, by its place from 0.
    """

    __tablename__ = "receipts"
    __table_args__ = (
        ForeignKeyConstraint(["store_id", "till_id"], ["tills.store_id", "tills.id"]),
        ForeignKeyConstraint(["member_key"], ["members.key"]),
        Index(None, "member_key", "bought_at"),
    )

    store_id: Mapped[str] = mapped_column(primary_key=True)
    till_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    bought_at: Mapped[datetime]
    total: Mapped[Decimal]
    currency: Mapped[str]
    lines: Mapped[list[dict[str, Any]]]
    was_known: Mapped[bool]
    member_key: Mapped[str | None] = mapped_column(default=None)
    earning_key: Mapped[str | None] = mapped_column(default=None)
    returned: Mapped[dict[str, str]] = mapped_column(default_factory=dict)


def find_receipt(session: Session, store_id: str, till_id: str, receipt_id: str) -> Receipt | None:
    """The till's receipt of this id."""
    return session.get(Receipt, (store_id, till_id, receipt_id))


def list_receipts(session: Session, keys: Collection[str], since: datetime) -> list[Receipt]:
    """The receipts of those of these keys since then, the first first."""
    query = select(Receipt).where(Receipt.member_key.in_(keys), Receipt.bought_at >= since)
    return list(session.scalars(query.order_by(Receipt.bought_at, Receipt.id)))


def has_receipt(session: Session, keys: Collection[str], since: datetime) -> bool:
    """Whether one of these keys bought something since then, be it that it is known by what she earned alone."""
    earned = select(Earning.key).where(Earning.member_key.in_(keys))
    is_earned = and_(Receipt.member_key.is_(None), Receipt.earning_key.in_(earned))
    query = select(Receipt.id).where(Receipt.bought_at >= since, or_(Receipt.member_key.in_(keys), is_earned))
    return session.scalar(query.limit(1)) is not None


def disown_receipts(session: Session, keys: Collection[str], before: datetime | None = None) -> None:
    """Forget whose the receipts were; with `before`, of those that are older."""
    query = update(Receipt).where(Receipt.member_key.in_(keys)).values(member_key=None)
    session.execute(query if before is None else query.where(Receipt.bought_at < before))
