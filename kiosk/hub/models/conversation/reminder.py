"""What a rule said to whom, and why: so that it says it once."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.hub.models.base import Base


class Reminder(Base):
    """A rule had its say about a bookmark, or kept silent for a condition, because of `cause`.

    `cause` is the id of a happening, and empty where it was but the time.
    """

    __tablename__ = "reminders"

    rule: Mapped[str] = mapped_column(primary_key=True)
    bookmark_id: Mapped[str] = mapped_column(ForeignKey("bookmarks.id"), primary_key=True)
    cause: Mapped[str] = mapped_column(primary_key=True)
    judged_at: Mapped[datetime]
