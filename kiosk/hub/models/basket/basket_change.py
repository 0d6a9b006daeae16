"""Each change of a basket, so that none counts twice and every open page hears of it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class BasketChange(Base):
    """A change under the id that the phone gave it; `fingerprint` tells it from another one under the same id."""

    __tablename__ = "basket_changes"
    __table_args__ = (UniqueConstraint("member_key", "id"),)

    number: Mapped[int] = mapped_column(primary_key=True, init=False)
    member_key: Mapped[str] = mapped_column(ForeignKey("baskets.member_key"), index=True)
    id: Mapped[str]
    fingerprint: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(index=True)


def find_change(session: Session, keys: Collection[str], change_id: str) -> BasketChange | None:
    """The change of this id in one of these baskets."""
    query = select(BasketChange).where(BasketChange.member_key.in_(keys), BasketChange.id == change_id)
    return session.scalars(query).first()


def find_change_since(session: Session, change_id: str, since: datetime) -> BasketChange | None:
    """The change of this id, in whichever basket, that was made since then."""
    query = select(BasketChange).where(BasketChange.made_at >= since, BasketChange.id == change_id)
    return session.scalars(query).first()


def find_last_change(session: Session) -> int:
    """The number of the last change of all; 0 where there is none."""
    return session.scalar(select(func.max(BasketChange.number))) or 0


def find_last_change_of(session: Session, keys: Collection[str]) -> int:
    """The number of the last change of these baskets; 0 where there is none."""
    return session.scalar(select(func.max(BasketChange.number)).where(BasketChange.member_key.in_(keys))) or 0


def list_changes_since(session: Session, after: int) -> list[tuple[int, str]]:
    """Number and member of each change after this one, in order."""
    query = select(BasketChange.number, BasketChange.member_key).where(BasketChange.number > after)
    return [(number, key) for number, key in session.execute(query.order_by(BasketChange.number))]
