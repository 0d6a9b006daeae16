"""What a promotion took off a basket that is being paid, or was: what its budget and its limits are held against."""

from collections.abc import Collection
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class PromotionUse(Base):
    """So much went off the basket of this payment; with a payment that is released it goes."""

    __tablename__ = "promotion_uses"
    __table_args__ = (Index(None, "store_id", "promotion_id", "member_key"),)

    settlement_id: Mapped[str] = mapped_column(ForeignKey("settlements.id"), primary_key=True)
    promotion_id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    member_key: Mapped[str | None] = mapped_column(ForeignKey("members.key"))
    amount: Mapped[Decimal]


def add_up_uses(session: Session, store_id: str, promotion_id: str) -> Decimal:
    """What it took off by now, of all members."""
    query = select(PromotionUse.amount)
    query = query.where(PromotionUse.store_id == store_id, PromotionUse.promotion_id == promotion_id)
    return sum(session.scalars(query), Decimal(0))


def count_uses(session: Session, store_id: str, promotion_id: str, keys: Collection[str]) -> int:
    """In how many purchases those of these keys used it."""
    query = select(func.count()).select_from(PromotionUse)
    query = query.where(PromotionUse.store_id == store_id, PromotionUse.promotion_id == promotion_id)
    return session.scalar(query.where(PromotionUse.member_key.in_(keys))) or 0


def drop_uses(session: Session, settlement_id: str) -> None:
    """Forget what a payment used that came to nothing."""
    session.execute(delete(PromotionUse).where(PromotionUse.settlement_id == settlement_id))
