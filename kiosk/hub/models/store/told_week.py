"""What a store was told of a week: the figures as they were told, so that they stay what they were."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ToldWeek(Base):
    """The week from this Monday on; `report` and `segments` are what may be told, and nothing beneath it."""

    __tablename__ = "told_weeks"
    __table_args__ = (Index(None, "told_at"),)

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    monday: Mapped[date] = mapped_column(primary_key=True)
    told_at: Mapped[datetime]
    report: Mapped[dict[str, Any]]
    segments: Mapped[dict[str, Any]]


def find_told_week(session: Session, store_id: str, monday: date) -> ToldWeek | None:
    """What was told of this week of the store."""
    return session.get(ToldWeek, (store_id, monday))


def list_told_mondays(session: Session, store_id: str) -> Sequence[date]:
    """The Mondays of the weeks that the store was told, the last first."""
    query = select(ToldWeek.monday).where(ToldWeek.store_id == store_id)
    return session.scalars(query.order_by(ToldWeek.monday.desc())).all()
