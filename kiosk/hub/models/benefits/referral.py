"""Who came because of whom: at most once in her life, and to be paid for once she buys something."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Referral(Base):
    """A friend entered the code of her referrer; `confirmed_at` is when she first bought something.

    `confirmed_by` is the key of that purchase; `None` where it came before that was noted.
    """

    __tablename__ = "referrals"
    __table_args__ = (Index(None, "referrer_key", "made_at"),)

    friend_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    referrer_key: Mapped[str] = mapped_column(ForeignKey("members.key"))
    made_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None)
    confirmed_by: Mapped[str | None] = mapped_column(index=True, default=None)


def find_referral(session: Session, *keys: str) -> Referral | None:
    """How the member of these keys came first, if somebody recommended the store to her."""
    query = select(Referral).where(Referral.friend_key.in_(keys))
    return session.scalar(query.order_by(Referral.made_at, Referral.friend_key).limit(1))


def count_referrals(session: Session, keys: Collection[str], since: datetime) -> int:
    """How many came because of one of these keys since then."""
    query = select(func.count()).where(Referral.referrer_key.in_(keys), Referral.made_at >= since)
    return session.scalar(query) or 0


def find_confirmed(session: Session, purchase: str) -> Referral | None:
    """The recommendation that counted because of this purchase."""
    return session.scalar(select(Referral).where(Referral.confirmed_by == purchase))
