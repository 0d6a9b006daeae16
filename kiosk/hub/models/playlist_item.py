"""An item of the loop that a store's screens play while nobody is near."""

from typing import Any, Literal, cast

import msgspec
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from kiosk.contract.daypart import Daypart
from kiosk.contract.playlist import Item
from kiosk.hub.models.base import Base
from kiosk.hub.models.picture import Picture, state_media


class PlaylistItem(Base):
    """One item; `place` is its place in the loop."""

    __tablename__ = "playlist_items"

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    place: Mapped[int]
    kind: Mapped[str]
    media_name: Mapped[str | None] = mapped_column(ForeignKey("pictures.name"), default=None)
    media_portrait_name: Mapped[str | None] = mapped_column(ForeignKey("pictures.name"), default=None)
    offer_id: Mapped[str | None] = mapped_column(ForeignKey("offers.id"), default=None)
    seconds: Mapped[float] = mapped_column(default=8.0)
    dayparts: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list)
    media: Mapped[Picture | None] = relationship(init=False, viewonly=True, foreign_keys=[media_name])
    media_portrait: Mapped[Picture | None] = relationship(init=False, viewonly=True, foreign_keys=[media_portrait_name])


def list_playlist_items(session: Session, store_id: str) -> list[PlaylistItem]:
    """The store's loop in its order."""
    query = select(PlaylistItem).where(PlaylistItem.store_id == store_id).order_by(PlaylistItem.place)
    return list(session.scalars(query))


def state_item(item: PlaylistItem) -> Item:
    """The item as the catalogue states it."""
    return Item(
        id=item.id,
        kind=cast("Literal['image', 'video', 'offer']", item.kind),
        media=state_media(item.media),
        media_portrait=state_media(item.media_portrait),
        offer=item.offer_id,
        seconds=item.seconds,
        dayparts=msgspec.convert(item.dayparts, tuple[Daypart, ...]),
    )
