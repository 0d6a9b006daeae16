"""Who was erased, for as long as a screen may still know her: her pseudonym, and nothing else of her."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class GoneMember(Base):
    """A pseudonym that no screen may recognise; `revision` is the store's when she went."""

    __tablename__ = "gone_members"
    __table_args__ = (Index(None, "store_id", "revision"),)

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    gone_at: Mapped[datetime] = mapped_column(index=True)


def list_gone(session: Session, store_id: str, since: int) -> list[str]:
    """Who was erased after this revision of the store, in that order."""
    query = select(GoneMember.key).where(GoneMember.store_id == store_id, GoneMember.revision > since)
    return list(session.scalars(query.order_by(GoneMember.revision)))
