"""What the members of a store earn, as its manager set it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Programme(Base):
    """The store's programme, stated as `domain/benefits/programme.py` reads it."""

    __tablename__ = "programmes"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    stated: Mapped[dict[str, Any]]
    set_at: Mapped[datetime]


def find_programme(session: Session, store_id: str) -> Programme | None:
    """The programme of this store."""
    return session.get(Programme, store_id)


def set_programme(session: Session, store_id: str, stated: dict[str, Any], now: datetime) -> None:
    """Let this programme hold from now on, and none before."""
    session.merge(Programme(store_id=store_id, stated=stated, set_at=now))
