"""The two minutes in which one of the staff waits for a customer's card at a screen."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LIFETIME = timedelta(minutes=2)


class CardAsk(Base):
    """A person waits at this screen since `opened_at`: a card counts that is tapped from then on.

    `clerk_id` is the key of a person, and no foreign key: who leaves need not stop waiting first.
    """

    __tablename__ = "card_asks"

    clerk_id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    screen_id: Mapped[str]
    opened_at: Mapped[datetime]


def open_card_ask(session: Session, card_ask: CardAsk) -> None:
    """Wait anew: what was tapped before counts no more."""
    session.merge(card_ask)


def find_card_ask(session: Session, clerk_id: str, now: datetime) -> CardAsk | None:
    """Where this person waits, unless it took too long."""
    found = session.get(CardAsk, clerk_id)
    return found if found is not None and now < found.opened_at + LIFETIME else None


def close_card_ask(session: Session, clerk_id: str) -> None:
    """Wait no more."""
    found = session.get(CardAsk, clerk_id)
    if found is not None:
        session.delete(found)
        session.flush()
