"""A system outside that tells what members did, known by the secret it signs with."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class ActionSource(Base):
    """A source of actions; `secret` is what both sides sign with, so the hub keeps it as it is."""

    __tablename__ = "action_sources"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[str]


def find_source(session: Session, store_id: str, source_id: str) -> ActionSource | None:
    """The source of this name."""
    return session.get(ActionSource, (store_id, source_id))


def set_source(session: Session, store_id: str, source_id: str, secret: str) -> None:
    """Let this source sign with this secret, and with no earlier one."""
    session.merge(ActionSource(store_id=store_id, id=source_id, secret=secret))
