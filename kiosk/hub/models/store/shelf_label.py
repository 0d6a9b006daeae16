"""An electronic label on a shelf: whose price it shows, what it was sent, and how it is."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, and_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.catalogue.article import Article

COMPARED = timedelta(hours=1)
"""So often each label is held against its price in any case."""


class ShelfLabel(Base):
    """A label by its address `mac`, 16 hex digits.

    `sent` tells the picture that the access point took at `sent_at` from any other, `compared_at` is when it was last
    held against the price. What it does not take is tried again at `due_at`; `reason` says why it did not. `kind`,
    `seen_at`, `next_at`, `waits` and `battery_mv` are as the access point said last, at `told_at`; `None`: it has never
    spoken of this label.
    """

    __tablename__ = "shelf_labels"

    mac: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    code: Mapped[str]
    due_at: Mapped[datetime]
    sent: Mapped[str | None] = mapped_column(default=None)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    compared_at: Mapped[datetime | None] = mapped_column(default=None)
    tries: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str | None] = mapped_column(default=None)
    kind: Mapped[int | None] = mapped_column(default=None)
    seen_at: Mapped[datetime | None] = mapped_column(default=None)
    next_at: Mapped[datetime | None] = mapped_column(default=None)
    waits: Mapped[bool] = mapped_column(default=False)
    battery_mv: Mapped[int | None] = mapped_column(default=None)
    told_at: Mapped[datetime | None] = mapped_column(default=None)


def find_shelf_label(session: Session, mac: str) -> ShelfLabel | None:
    """The label of this address."""
    return session.get(ShelfLabel, mac)


def list_shelf_labels(session: Session, store_id: str) -> list[ShelfLabel]:
    """The store's labels, by their articles."""
    query = select(ShelfLabel).where(ShelfLabel.store_id == store_id)
    return list(session.scalars(query.order_by(ShelfLabel.code, ShelfLabel.mac)))


def list_due_labels(session: Session, now: datetime, most: int) -> list[tuple[ShelfLabel, Article | None]]:
    """Labels that were not held against their price since that changed, or for long, and may be now.

    Each with its article, where that is known. A price may change by time alone: a reduction is one no longer.
    """
    is_its = and_(Article.store_id == ShelfLabel.store_id, Article.code == ShelfLabel.code)
    # Within one instant a price may change after it was compared: then the label is compared once more.
    is_behind = or_(
        ShelfLabel.compared_at.is_(None),
        ShelfLabel.compared_at <= now - COMPARED,
        Article.changed_at >= ShelfLabel.compared_at,
    )
    query = select(ShelfLabel, Article).outerjoin(Article, is_its).where(is_behind, ShelfLabel.due_at <= now)
    return [(label, article) for label, article in session.execute(query.order_by(ShelfLabel.due_at).limit(most))]
