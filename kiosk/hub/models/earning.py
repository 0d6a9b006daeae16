"""What came of an occasion to earn: kept whether or not something was earned, so that a repeat gets the same answer."""

from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Earning(Base):
    """An occasion by its `key`, with what each rule found; `fingerprint` tells a repeat from another under that key."""

    __tablename__ = "earnings"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    findings: Mapped[list[dict[str, Any]]]


def find_earning(session: Session, store_id: str, key: str) -> Earning | None:
    """What came of the occasion of this key."""
    return session.get(Earning, (store_id, key))
