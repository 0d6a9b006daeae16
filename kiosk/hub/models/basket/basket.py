"""The one basket of a member, the same on all of her devices."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.basket.basket_line import BasketLine


class Basket(Base):
    """A basket; `version` counts its changes."""

    __tablename__ = "baskets"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    version: Mapped[int]
    changed_at: Mapped[datetime]


def open_basket(session: Session, member_key: str, keys: Collection[str], now: datetime) -> Basket:
    """Her basket, a new one if she has none; what lies in those of her other `keys` comes into it."""
    basket = session.get(Basket, member_key)
    if basket is None:
        basket = Basket(member_key=member_key, version=0, changed_at=now)
        session.add(basket)
        session.flush()
    others = [key for key in keys if key != member_key]
    session.execute(update(BasketLine).where(BasketLine.member_key.in_(others)).values(member_key=member_key))
    return basket


def find_version(session: Session, keys: Collection[str]) -> int:
    """How often the baskets of these keys were changed; 0 where there is none."""
    return sum(session.scalars(select(Basket.version).where(Basket.member_key.in_(keys))))
