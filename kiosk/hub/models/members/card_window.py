"""The few minutes in which a member shows at a screen which card is hers."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LIFETIME = timedelta(minutes=5)


class CardWindow(Base):
    """A member's window since `opened_at`: a card counts that is tapped from then on."""

    __tablename__ = "card_windows"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    opened_at: Mapped[datetime]


def open_card_window(session: Session, member_key: str, now: datetime) -> None:
    """Open it anew: what was tapped before counts no more."""
    session.merge(CardWindow(member_key=member_key, opened_at=now))


def find_card_window(session: Session, member_key: str, now: datetime) -> CardWindow | None:
    """Her window unless it closed by itself."""
    found = session.get(CardWindow, member_key)
    return found if found is not None and now < found.opened_at + LIFETIME else None


def close_card_window(session: Session, member_key: str) -> None:
    """Close it."""
    found = session.get(CardWindow, member_key)
    if found is not None:
        session.delete(found)
