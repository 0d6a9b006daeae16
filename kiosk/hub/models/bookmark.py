"""A bookmark: one offer that one member kept, once."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Bookmark(Base):
    """A kept offer; `screen_id` is the screen before which it was kept, if that is known.

    `fingerprint` tells a repeated request from another one under the same id. `first_message_id` is where this
    bookmark's part of the conversation begins. `was_known` is whether the member was known before.
    """

    __tablename__ = "bookmarks"

    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id"))
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    first_message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    was_known: Mapped[bool]
    language: Mapped[str]
    tapped_at: Mapped[datetime]
    kept_at: Mapped[datetime]
    screen_id: Mapped[str | None] = mapped_column(default=None)
    zone: Mapped[str | None] = mapped_column(default=None)
    impression: Mapped[str | None] = mapped_column(default=None)


def find_bookmark(session: Session, bookmark_id: str) -> Bookmark | None:
    """The bookmark of this id."""
    return session.get(Bookmark, bookmark_id)
