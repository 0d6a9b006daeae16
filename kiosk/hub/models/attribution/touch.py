"""That a member came by a campaign: hers, told to her and erased with her."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Index, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Touch(Base):
    """One contact by the campaign of this code, with an offer if it led to one."""

    __tablename__ = "touches"
    __table_args__ = (Index(None, "store_id", "touched_at"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    campaign_code: Mapped[str] = mapped_column(ForeignKey("campaigns.code"))
    touched_at: Mapped[datetime]
    offer_id: Mapped[str | None] = mapped_column(ForeignKey("offers.id"), default=None)


def was_touched(session: Session, keys: Collection[str], code: str, since: datetime) -> bool:
    """Whether any of these keys came by this campaign after that."""
    query = select(Touch.id).where(Touch.member_key.in_(keys), Touch.campaign_code == code, Touch.touched_at > since)
    return session.scalar(query.limit(1)) is not None


def move_touches(session: Session, key: str, member_key: str) -> None:
    """Let what brought this key be what brought that member."""
    session.execute(update(Touch).where(Touch.member_key == key).values(member_key=member_key))


def forget_touches(session: Session, keys: Collection[str]) -> None:
    """Forget by what those of these keys came."""
    session.execute(delete(Touch).where(Touch.member_key.in_(keys)))
