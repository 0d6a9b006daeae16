"""A browser that left to show elsewhere whose it is, and what it must bring back (OpenID Connect Core, section 3.1)."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LIFETIME = timedelta(minutes=10)


class Departure(Base):
    """One try to sign in: `nonce` must stand in the id token, and `verifier` proves who asked (RFC 7636).

    `campaign_code` is the campaign that she came by, if she came by one.
    """

    __tablename__ = "departures"

    state_hash: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    browser_hash: Mapped[str]
    nonce: Mapped[str]
    verifier: Mapped[str]
    language: Mapped[str]
    left_at: Mapped[datetime] = mapped_column(index=True)
    campaign_code: Mapped[str | None] = mapped_column(default=None)


def add_departure(session: Session, departure: Departure) -> None:
    """Keep it until she is back, and forget those who never came back."""
    session.execute(delete(Departure).where(Departure.left_at <= departure.left_at - LIFETIME))
    session.add(departure)


def take_departure(session: Session, state_hash: str, browser_hash: str, now: datetime) -> Departure | None:
    """The departure of this state, once, to the browser that left, in time."""
    found = session.get(Departure, state_hash)
    if found is None or found.browser_hash != browser_hash:
        return None
    session.delete(found)
    return found if now < found.left_at + LIFETIME else None
