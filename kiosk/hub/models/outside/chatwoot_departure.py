"""A contact that is still to be deleted at the store's Chatwoot, for the member was erased here."""

from datetime import datetime

from sqlalchemy import BigInteger, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ChatwootDeparture(Base):
    """Whom the hub called so there, and nothing else of her; tried again when it is `due_at`."""

    __tablename__ = "chatwoot_departures"

    source_id: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    contact_id: Mapped[int | None] = mapped_column(BigInteger, default=None)
    tries: Mapped[int] = mapped_column(default=0)


def find_due_departure(session: Session, now: datetime) -> ChatwootDeparture | None:
    """The one that waits longest of those that are due."""
    query = select(ChatwootDeparture).where(ChatwootDeparture.due_at <= now).order_by(ChatwootDeparture.due_at)
    return session.scalar(query.limit(1))
