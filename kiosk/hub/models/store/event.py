"""What screens report about shown offers, taps and visits: kept once each, for later evaluation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Event(Base):
    """A CloudEvents 1.0 event, as the screen of this store sent it."""

    __tablename__ = "events"
    __table_args__ = (ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),)

    store_id: Mapped[str] = mapped_column(primary_key=True)
    screen_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    source: Mapped[str]
    happened_at: Mapped[datetime | None]
    received_at: Mapped[datetime] = mapped_column(index=True)
    data: Mapped[dict[str, Any]]


def add_events(session: Session, store_id: str, screen_id: str, events: Sequence[Event]) -> list[Event]:
    """Keep those events of this screen that are new, and give them back."""
    query = select(Event.id).where(Event.store_id == store_id, Event.screen_id == screen_id)
    known = set(session.scalars(query.where(Event.id.in_([event.id for event in events]))))
    fresh = {event.id: event for event in events if event.id not in known}
    session.add_all(fresh.values())
    return list(fresh.values())
