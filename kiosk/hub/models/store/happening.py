"""Something that happened in the store and concerns who kept something: an order lies ready, goods are back."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, Select, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import group_by_member

Kind: TypeAlias = Literal["back_in_stock", "order_ready"]


class Happening(Base):
    """A happening as a till or the store's own count told of it: with goods that are back, or with what was ordered.

    `over_at` is when the order was collected, or the goods were gone again.
    """

    __tablename__ = "happenings"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    happened_at: Mapped[datetime] = mapped_column(index=True)
    offer_id: Mapped[str | None] = mapped_column(ForeignKey("offers.id"), default=None)
    bookmark_id: Mapped[str | None] = mapped_column(ForeignKey("bookmarks.id"), index=True, default=None)
    over_at: Mapped[datetime | None] = mapped_column(default=None)


def find_happening(session: Session, store_id: str, happening_id: str) -> Happening | None:
    """The happening of this id in this store."""
    return session.get(Happening, (store_id, happening_id))


def list_happenings(session: Session, kind: str, after: datetime, until: datetime) -> list[Happening]:
    """Those of this kind that happened in this time and are not over, the oldest first."""
    query = select(Happening).where(Happening.kind == kind, Happening.over_at.is_(None))
    query = query.where(Happening.happened_at > after, Happening.happened_at <= until)
    return list(session.scalars(query.order_by(Happening.happened_at, Happening.id)))


def end_happenings(session: Session, kind: Kind, offer_ids: Collection[str], now: datetime) -> None:
    """Those of this kind that concern these offers are over."""
    of_these = (Happening.kind == kind, Happening.offer_id.in_(offer_ids), Happening.over_at.is_(None))
    session.execute(update(Happening).where(*of_these).values(over_at=now))


def group_orders(session: Session, keys: Select[str]) -> dict[str, list[str]]:
    """The kind of what lies ready for these members, by member, as the segment that a screen greets them by."""
    query = select(Bookmark.member_key, Happening.kind).join(Bookmark, Bookmark.id == Happening.bookmark_id)
    return group_by_member(session, query.where(Bookmark.member_key.in_(keys), Happening.over_at.is_(None)))
