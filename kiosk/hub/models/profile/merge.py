"""That one member turned out to be another: when, by what, and whether that was undone."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Merge(Base):
    """From then on `loser_key` and the keys in `moved`, which were one person, are one with `winner_key`.

    `evidence` names the kinds of verified identifiers that said so. No event, bookmark, consent or basket moves:
    each stays with the key that it named, so that undoing this gives each side back what is its own.
    """

    __tablename__ = "merges"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    loser_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    winner_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    merged_at: Mapped[datetime]
    evidence: Mapped[list[str]]
    moved: Mapped[list[str]]
    undone_at: Mapped[datetime | None] = mapped_column(default=None)
    undone_by: Mapped[str | None] = mapped_column(default=None)


def list_merges(session: Session, keys: Collection[str]) -> list[Merge]:
    """All merges that ever touched one of these keys, the first first, those that were undone among them."""
    query = select(Merge).where(or_(Merge.loser_key.in_(keys), Merge.winner_key.in_(keys)))
    return list(session.scalars(query.order_by(Merge.id)))
