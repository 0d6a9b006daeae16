"""Which messages of a source were heard, and what came of each: so that a repeat gets the same answer."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class HeardMessage(Base):
    """A message by the id that its source gave it; of what it said it holds nothing."""

    __tablename__ = "heard_messages"
    __table_args__ = (ForeignKeyConstraint(["store_id", "source_id"], ["sources.store_id", "sources.id"]),)

    store_id: Mapped[str] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    outcome: Mapped[str]
    heard_at: Mapped[datetime] = mapped_column(index=True)


def map_outcomes(session: Session, store_id: str, source_id: str, ids: Collection[str]) -> Mapping[str, str]:
    """What came of those of these messages that were heard before, by id."""
    query = select(HeardMessage.id, HeardMessage.outcome).where(
        HeardMessage.store_id == store_id, HeardMessage.source_id == source_id, HeardMessage.id.in_(ids)
    )
    return dict(session.execute(query).all())


def forget_heard(session: Session, before: datetime) -> None:
    """Forget what was heard before this time."""
    session.execute(delete(HeardMessage).where(HeardMessage.heard_at < before))
