"""What a member says of a printed card: that it is hers, until a till that has it in hand says so, too."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LIFETIME = timedelta(minutes=15)


class CardClaim(Base):
    """A member's claim to the card of this hash; `code_hash` is of the code that her phone shows for it.

    It is good for a while from `asked_at` on. Once a till confirmed it, it only says so.
    """

    __tablename__ = "card_claims"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    card_hash: Mapped[str]
    code_hash: Mapped[str] = mapped_column(index=True)
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None)


def open_card_claim(session: Session, claim: CardClaim) -> None:
    """Let her claim this card, and none that she claimed before."""
    session.merge(claim)


def find_card_claim(session: Session, member_key: str, now: datetime) -> CardClaim | None:
    """What she claims, unless its time is over."""
    found = session.get(CardClaim, member_key)
    return found if found is not None and now < found.asked_at + LIFETIME else None


def find_claim_by_code(session: Session, store_id: str, code_hash: str, now: datetime) -> CardClaim | None:
    """The claim of this code, unless its time is over."""
    query = select(CardClaim).where(CardClaim.store_id == store_id, CardClaim.code_hash == code_hash)
    return session.scalar(query.where(CardClaim.asked_at > now - LIFETIME))
