"""Since when a member is in a segment, and until when she was."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Index, Select, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.members.member import group_by_member


class Stay(Base):
    """One stay; without `left_at` it lasts."""

    __tablename__ = "stays"
    __table_args__ = (Index(None, "store_id", "segment_id", "left_at"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    segment_id: Mapped[str]
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    since: Mapped[datetime]
    left_at: Mapped[datetime | None] = mapped_column(default=None)


def list_stays(session: Session, keys: Collection[str]) -> list[Stay]:
    """All stays of those of these keys, the first first."""
    return list(session.scalars(select(Stay).where(Stay.member_key.in_(keys)).order_by(Stay.since, Stay.id)))


def group_stays(session: Session, keys: Select[str]) -> dict[str, list[str]]:
    """The segments that these members are in now, by member."""
    query = select(Stay.member_key, Stay.segment_id)
    return group_by_member(session, query.where(Stay.member_key.in_(keys), Stay.left_at.is_(None)))


def count_stays(session: Session, store_id: str) -> dict[str, int]:
    """How many are in each segment of the store now, by its name; those that are empty are missing."""
    query = select(Stay.segment_id, func.count()).where(Stay.store_id == store_id, Stay.left_at.is_(None))
    return dict(session.execute(query.group_by(Stay.segment_id)).all())


def forget_stays(session: Session, keys: Collection[str]) -> None:
    """Forget in which segments those of these keys are and were."""
    session.execute(delete(Stay).where(Stay.member_key.in_(keys)))
