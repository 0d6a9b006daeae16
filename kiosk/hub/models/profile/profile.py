"""What was reckoned of a member, and when it must be reckoned anew."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Profile(Base):
    """The profile of one person, by the key that she goes by; `due_at`: then time alone may change it."""

    __tablename__ = "profiles"

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    reckoned_at: Mapped[datetime]
    traits: Mapped[dict[str, Any]]
    due_at: Mapped[datetime | None] = mapped_column(default=None, index=True)


def list_due(session: Session, now: datetime, most: int) -> list[str]:
    """Whose profiles must be reckoned anew, those that wait for longest first."""
    query = select(Profile.member_key).where(Profile.due_at <= now).order_by(Profile.due_at)
    return list(session.scalars(query.limit(most)))


def make_all_due(session: Session, store_id: str, now: datetime) -> None:
    """Have every profile of the store reckoned anew, one after the other."""
    session.execute(update(Profile).where(Profile.store_id == store_id).values(due_at=now))
