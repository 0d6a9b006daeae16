"""The hub's master key, from which the keys of its NTAG 424 DNA tags are derived."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class SunKey(Base):
    """The key as 32 hex digits; the migration that makes the table puts its one row in."""

    __tablename__ = "sun_keys"

    key: Mapped[str] = mapped_column(primary_key=True)


def get_sun_key(session: Session) -> bytes:
    """The key of this database: 16 bytes."""
    return bytes.fromhex(session.scalars(select(SunKey.key)).one())
