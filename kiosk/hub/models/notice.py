"""What a store says to everybody on all its screens, as it was sent last."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Notice(Base):
    """The one notice of a store that the broker keeps; `text` by language, `until` where it ends by itself."""

    __tablename__ = "notices"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    text: Mapped[dict[str, str]]
    level: Mapped[str]
    until: Mapped[datetime | None]
    sent_by: Mapped[str]
    sent_at: Mapped[datetime]


def find_notice(session: Session, store_id: str) -> Notice | None:
    """The store's notice; `None` where none was sent, or it was withdrawn."""
    return session.get(Notice, store_id)
