"""What the store takes off baskets for everybody, for a while."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, delete, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base, ContractJson
from kiosk.pricing.benefit import Benefit


class Promotion(Base):
    """A promotion as pricing knows it, and from when to when it holds.

    `benefit.budget` is what it may take off in all, and `per_member` in how many purchases a member may use it.
    """

    __tablename__ = "promotions"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    benefit: Mapped[Benefit] = mapped_column(ContractJson(Benefit))
    valid_from: Mapped[datetime | None] = mapped_column(default=None)
    valid_until: Mapped[datetime | None] = mapped_column(default=None)
    per_member: Mapped[int | None] = mapped_column(default=None)


def list_promotions(session: Session, store_id: str, now: datetime) -> list[Promotion]:
    """Those that hold now."""
    query = select(Promotion).where(
        Promotion.store_id == store_id,
        or_(Promotion.valid_from.is_(None), Promotion.valid_from <= now),
        or_(Promotion.valid_until.is_(None), Promotion.valid_until > now),
    )
    return list(session.scalars(query.order_by(Promotion.id)))


def set_promotions(session: Session, store_id: str, promotions: Iterable[Promotion]) -> None:
    """Let these hold in place of all that the store had."""
    session.execute(delete(Promotion).where(Promotion.store_id == store_id))
    session.add_all(promotions)
    session.flush()
