"""A shop, an app or a service of the store that tells what members do, known by the hash of its write key."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Source(Base):
    """A source of a store; what it told stays after it was revoked.

    `vouches`: a server of the store's own, so that what it says of who somebody is was proven to it. The key of any
    other lies open in a page or an app, and proves nothing but whose browser it is.
    """

    __tablename__ = "sources"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    key_hash: Mapped[str] = mapped_column(unique=True)
    vouches: Mapped[bool]
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None] = mapped_column(default=None)


def find_source(session: Session, store_id: str, source_id: str) -> Source | None:
    """The source of this name, revoked or not."""
    return session.get(Source, (store_id, source_id))


def find_source_by_key(session: Session, key_hash: str) -> Source | None:
    """The source that holds this write key; none that was revoked."""
    return session.scalar(select(Source).where(Source.key_hash == key_hash, Source.revoked_at.is_(None)))


def list_sources(session: Session, store_id: str) -> list[Source]:
    """All sources of the store, by name."""
    return list(session.scalars(select(Source).where(Source.store_id == store_id).order_by(Source.id)))
