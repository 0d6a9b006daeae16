"""The last picture of a screen's glass that somebody asked for."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ScreenPicture(Base):
    """The one picture of a screen: `image` as WebP, taken at `taken_at`, and kept until the next one comes.

    `command_id` is of the command that asked last, at `asked_at`; `reason` says why that brought none.
    """

    __tablename__ = "screen_pictures"
    __table_args__ = (ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),)

    store_id: Mapped[str] = mapped_column(primary_key=True)
    screen_id: Mapped[str] = mapped_column(primary_key=True)
    command_id: Mapped[str] = mapped_column(unique=True)
    asked_at: Mapped[datetime]
    taken_at: Mapped[datetime | None] = mapped_column(default=None)
    image: Mapped[bytes | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)


def find_screen_picture(session: Session, store_id: str, screen_id: str) -> ScreenPicture | None:
    """The picture of this screen."""
    return session.get(ScreenPicture, (store_id, screen_id))


def find_picture_by_command(session: Session, command_id: str) -> ScreenPicture | None:
    """The picture that this command asked for."""
    return session.scalar(select(ScreenPicture).where(ScreenPicture.command_id == command_id))


def map_pictures(session: Session, store_id: str) -> dict[str, ScreenPicture]:
    """The pictures of the store's screens, by screen."""
    pictures = session.scalars(select(ScreenPicture).where(ScreenPicture.store_id == store_id))
    return {picture.screen_id: picture for picture in pictures}
