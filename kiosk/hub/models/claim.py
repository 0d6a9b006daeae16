"""The right to read one bookmark on a phone: an address that nobody can guess, bound to the first browser in it."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Claim(Base):
    """The claim of a bookmark; `browser_hash` is the browser that opened it first."""

    __tablename__ = "claims"

    token: Mapped[str] = mapped_column(primary_key=True)
    bookmark_id: Mapped[str] = mapped_column(ForeignKey("bookmarks.id"), unique=True)
    browser_hash: Mapped[str | None] = mapped_column(default=None)
    opened_at: Mapped[datetime | None] = mapped_column(default=None)


def find_claim(session: Session, token: str) -> Claim | None:
    """The claim of this token."""
    return session.get(Claim, token)


def get_claim_of(session: Session, bookmark_id: str) -> Claim:
    """The claim that every bookmark has."""
    return session.scalars(select(Claim).where(Claim.bookmark_id == bookmark_id)).one()


def is_open_to(claim: Claim, browser_hash: str) -> bool:
    """Whether this browser opened the claim, or nobody did yet."""
    return claim.browser_hash in (None, browser_hash)


def open_claim(claim: Claim, browser_hash: str, now: datetime) -> bool:
    """Open the claim in this browser; False: it belongs to another."""
    if claim.browser_hash is None:
        claim.browser_hash = browser_hash
        claim.opened_at = now
    return is_open_to(claim, browser_hash)
