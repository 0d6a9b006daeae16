"""An item of the loop that a store's screens play while nobody is near."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, cast

import msgspec
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Validity
from kiosk.contract.playlist import Item
from kiosk.hub.models.base import Base
from kiosk.hub.models.catalogue.picture import Picture, state_media
from kiosk.hub.models.screens.screen_group import list_group_ids


class PlaylistItem(Base):
    """One item; `place` is its place in the loop.

    It is for one screen, or one group of them, or all. `label` is what its uploader called it. Of a group that was
    dissolved no screen is one.
    """

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
    label: Mapped[str] = mapped_column(default="")
    title: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    text: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    valid_from: Mapped[datetime | None] = mapped_column(default=None)
    valid_until: Mapped[datetime | None] = mapped_column(default=None)
    priority: Mapped[int] = mapped_column(default=0)
    weight: Mapped[int] = mapped_column(default=1)
    group_id: Mapped[str | None] = mapped_column(default=None)
    screen_id: Mapped[str | None] = mapped_column(default=None)
    media: Mapped[Picture | None] = relationship(init=False, viewonly=True, foreign_keys=[media_name])
    media_portrait: Mapped[Picture | None] = relationship(init=False, viewonly=True, foreign_keys=[media_portrait_name])


def list_playlist_items(session: Session, store_id: str) -> list[PlaylistItem]:
    """The store's loop in its order."""
    query = select(PlaylistItem).where(PlaylistItem.store_id == store_id)
    return list(session.scalars(query.order_by(PlaylistItem.place, PlaylistItem.id)))


def list_screen_items(session: Session, store_id: str, screen_id: str) -> list[PlaylistItem]:
    """Those of the store's loop that are for this screen."""
    groups = list_group_ids(session, store_id, screen_id)
    items = list_playlist_items(session, store_id)
    return [item for item in items if item.screen_id in (None, screen_id) and item.group_id in (None, *groups)]


def find_playlist_item(session: Session, item_id: str) -> PlaylistItem | None:
    """The item of this id."""
    return session.get(PlaylistItem, item_id)


def order_items(items: Sequence[PlaylistItem], wanted: Sequence[str]) -> None:
    """Put the items in this order of their ids; those that it does not name come last, as they stood."""
    places = {item_id: place for place, item_id in enumerate(wanted)}
    ordered = sorted(items, key=lambda item: places.get(item.id, len(places)))
    for place, item in enumerate(ordered):
        item.place = place


def state_item(item: PlaylistItem) -> Item:
    """The item as the catalogue states it."""
    return Item(
        id=item.id,
        kind=cast("Literal['image', 'video', 'offer', 'text', 'ticker']", item.kind),
        media=state_media(item.media),
        media_portrait=state_media(item.media_portrait),
        offer=item.offer_id,
        title=item.title,
        text=item.text,
        seconds=item.seconds,
        valid=Validity(item.valid_from, item.valid_until),
        dayparts=msgspec.convert(item.dayparts, tuple[Daypart, ...]),
        priority=item.priority,
        weight=item.weight,
    )
