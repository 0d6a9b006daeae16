"""That an offer was bought that somebody kept who was erased: so that no screen's count of what was bought shrinks."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class SeveredTap(Base):
    """An offer that was kept before this screen in the hour of `tapped_at`, and bought later, by nobody any more."""

    __tablename__ = "severed_taps"
    __table_args__ = (Index(None, "store_id", "screen_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    screen_id: Mapped[str]
    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id"))
    tapped_at: Mapped[datetime]


def list_severed_taps(session: Session, store_id: str, screen_id: str) -> Sequence[tuple[str, datetime]]:
    """Offer and hour of each, as `list_redeemed_taps` tells of those that are somebody's."""
    query = select(SeveredTap.offer_id, SeveredTap.tapped_at).where(
        SeveredTap.store_id == store_id, SeveredTap.screen_id == screen_id
    )
    return session.execute(query.order_by(SeveredTap.id)).all()
