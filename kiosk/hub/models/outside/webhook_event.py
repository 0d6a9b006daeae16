"""An event that a webhook is still to be told: kept in the transaction in which it happened, and gone once told."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class WebhookEvent(Base):
    """An event for one webhook; `body` is what is sent, the same at every try. `number` is their order."""

    __tablename__ = "webhook_events"

    number: Mapped[int] = mapped_column(primary_key=True, init=False)
    webhook_id: Mapped[str] = mapped_column(ForeignKey("webhooks.id"), index=True)
    event_id: Mapped[str]
    body: Mapped[str]
    happened_at: Mapped[datetime]


def list_waiting(session: Session, webhook_id: str, most: int) -> Sequence[WebhookEvent]:
    """So many events that this webhook is to be told, in their order."""
    query = select(WebhookEvent).where(WebhookEvent.webhook_id == webhook_id)
    return session.scalars(query.order_by(WebhookEvent.number).limit(most)).all()


def count_waiting(session: Session) -> dict[str, int]:
    """How many events wait for each webhook; those for which none does are missing."""
    query = select(WebhookEvent.webhook_id, func.count()).group_by(WebhookEvent.webhook_id)
    return dict(session.execute(query).all())


def drop_event(session: Session, number: int) -> None:
    """It was told, or is to be told no more."""
    session.execute(delete(WebhookEvent).where(WebhookEvent.number == number))


def drop_events(session: Session, webhook_id: str, until: datetime | None = None) -> int:
    """Tell this webhook nothing of what happened until then, or ever; how many events those were."""
    stale = [WebhookEvent.webhook_id == webhook_id]
    if until is not None:
        stale.append(WebhookEvent.happened_at <= until)
    numbers = session.scalars(select(WebhookEvent.number).where(*stale)).all()
    session.execute(delete(WebhookEvent).where(WebhookEvent.number.in_(numbers)))
    return len(numbers)
