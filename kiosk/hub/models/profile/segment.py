"""A segment of a store: the rules by which a member is in it."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.contract.rule import Rules
from kiosk.hub.models.base import Base


class Segment(Base):
    """A segment by the name that audiences call it."""

    __tablename__ = "segments"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    rules: Mapped[Rules]
    set_at: Mapped[datetime]


def find_segment(session: Session, store_id: str, segment_id: str) -> Segment | None:
    """The store's segment of this name."""
    return session.get(Segment, (store_id, segment_id))


def list_rules(session: Session, store_id: str) -> dict[str, Rules]:
    """The rules of all segments of the store, by name."""
    segments = session.scalars(select(Segment).where(Segment.store_id == store_id).order_by(Segment.id))
    return {segment.id: segment.rules for segment in segments}
