"""A picture or clip in the media folder, with what its bytes must be."""

from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.contract.offer import MediaRef
from kiosk.hub.models.base import Base


class Picture(Base):
    """A file that never changes: its name holds a part of its hash."""

    __tablename__ = "pictures"

    name: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]
    bytes: Mapped[int]


def find_picture(session: Session, name: str) -> Picture | None:
    """The picture of this name."""
    return session.get(Picture, name)


def state_media(picture: Picture | None) -> MediaRef | None:
    """The picture as the catalogue names it."""
    return MediaRef(f"/v1/media/{picture.name}", picture.sha256, picture.bytes) if picture else None
