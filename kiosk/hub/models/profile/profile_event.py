"""What a member did, as a source or a screen told it: kept for as long as she allows that offers are chosen by it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ProfileEvent(Base):
    """One event; `kind` is what happened, `data` of it what a profile needs, and nothing else of what was sent.

    `source_id` is a source, or a screen as `screen:{id}`. `member_key` is whom the event named, also where she turned
    out to be another: so that this can be undone.
    """

    __tablename__ = "profile_events"
    __table_args__ = (Index(None, "member_key", "happened_at"),)

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    source_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"))
    kind: Mapped[str]
    happened_at: Mapped[datetime]
    data: Mapped[dict[str, Any]]


def is_kept(session: Session, store_id: str, source_id: str, event_id: str) -> bool:
    """Whether this event is known already."""
    return session.get(ProfileEvent, (store_id, source_id, event_id)) is not None


def list_profile_events(session: Session, keys: Collection[str], since: datetime) -> list[ProfileEvent]:
    """What those of these keys did since then, the first first."""
    query = select(ProfileEvent).where(ProfileEvent.member_key.in_(keys), ProfileEvent.happened_at >= since)
    return list(session.scalars(query.order_by(ProfileEvent.happened_at, ProfileEvent.id)))


def forget_profile_events(session: Session, keys: Collection[str], before: datetime | None = None) -> None:
    """Forget what those of these keys did; with `before`, what lies before that time."""
    query = delete(ProfileEvent).where(ProfileEvent.member_key.in_(keys))
    session.execute(query if before is None else query.where(ProfileEvent.happened_at < before))
