"""The code with which a member recommends the store."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ReferralCode(Base):
    """A member's code: she has one, for ever."""

    __tablename__ = "referral_codes"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)


def find_referrer(session: Session, code: str) -> str | None:
    """The key of the member whose code it is."""
    return session.scalar(select(ReferralCode.member_key).where(ReferralCode.code == code))
