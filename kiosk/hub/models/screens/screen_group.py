"""Screens of a store that are looked after together, such as those of a floor."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LONGEST_NAME = 60


class ScreenGroup(Base):
    """A group by the name that people read; `screens` are the ids of its screens. A screen may be in several."""

    __tablename__ = "screen_groups"

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    name: Mapped[str]
    screens: Mapped[list[str]] = mapped_column(default_factory=list)


def list_groups(session: Session, store_id: str) -> list[ScreenGroup]:
    """The store's groups by their names."""
    query = select(ScreenGroup).where(ScreenGroup.store_id == store_id)
    return list(session.scalars(query.order_by(ScreenGroup.name, ScreenGroup.id)))


def list_group_ids(session: Session, store_id: str, screen_id: str) -> list[str]:
    """The groups in which this screen is."""
    return [group.id for group in list_groups(session, store_id) if screen_id in group.screens]
