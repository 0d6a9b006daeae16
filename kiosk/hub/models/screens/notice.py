"""What a store says to everybody on all its screens, as it was decided last."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Notice(Base):
    """The one notice of a store; `text` by language, `until` where it ends by itself.

    `taken_at` is when the broker took it; `None`: no broker is known to have it. One with `withdrawn_at` is to hang no
    more, and is forgotten once a broker took that.
    """

    __tablename__ = "notices"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    text: Mapped[dict[str, str]]
    level: Mapped[str]
    until: Mapped[datetime | None]
    sent_by: Mapped[str]
    sent_at: Mapped[datetime]
    taken_at: Mapped[datetime | None] = mapped_column(default=None)
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None)


def find_notice(session: Session, store_id: str) -> Notice | None:
    """The store's notice; `None` where none was sent, or it is known to be withdrawn."""
    return session.get(Notice, store_id)


def withdraw_notice(session: Session, store_id: str, now: datetime) -> None:
    """Have the store's notice hang no more, where there is one."""
    notice = find_notice(session, store_id)
    if notice:
        notice.withdrawn_at, notice.taken_at = now, None


def note_taken(session: Session, said: Notice, taken_at: datetime | None) -> None:
    """Note whether the broker took what was said, unless something else was decided meanwhile."""
    notice = find_notice(session, said.store_id)
    if notice is None or (notice.sent_at, notice.withdrawn_at) != (said.sent_at, said.withdrawn_at):
        return
    if taken_at and notice.withdrawn_at:
        session.delete(notice)
    else:
        notice.taken_at = taken_at
