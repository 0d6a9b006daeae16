"""What a store was told of a month: which contacts led to what, as it was told, so that it stays what it was."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ToldMonth(Base):
    """The month that begins on `first`; `report` is what may be told, and nothing beneath it."""

    __tablename__ = "told_months"
    __table_args__ = (Index(None, "told_at"),)

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    first: Mapped[date] = mapped_column(primary_key=True)
    told_at: Mapped[datetime]
    report: Mapped[dict[str, Any]]


def find_told_month(session: Session, store_id: str, first: date) -> ToldMonth | None:
    """What was told of this month of the store."""
    return session.get(ToldMonth, (store_id, first))


def list_told_months(session: Session, store_id: str) -> Sequence[ToldMonth]:
    """What the store was told of its months, the last first."""
    query = select(ToldMonth).where(ToldMonth.store_id == store_id)
    return session.scalars(query.order_by(ToldMonth.first.desc())).all()
