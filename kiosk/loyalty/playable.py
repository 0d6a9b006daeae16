"""What of a catalogue can be shown at this moment: the loop must never show a hole where a picture should be."""

from collections.abc import Callable, Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.place import Place
from kiosk.contract.playlist import Item
from kiosk.core.events import CatalogueChanged
from kiosk.loyalty.media import Kind
from kiosk.loyalty.wire import WireCatalogue
from kiosk.offers.catalogue import Catalogue


class Playable(Struct, frozen=True):
    """The offers and items all of whose media are here; `missing` names those left out."""

    offers: tuple[Offer, ...] = ()
    playlist: tuple[Item, ...] = ()
    missing: tuple[str, ...] = ()
    epoch: datetime | None = None
    contacts_per_day: int | None = None
    place: Place = ""
    visit_url: str | None = None

    def as_event(self) -> CatalogueChanged:
        """What the core is told."""
        return CatalogueChanged(
            Catalogue(self.offers), self.playlist, self.epoch, self.contacts_per_day, self.place, self.visit_url
        )


def list_media(catalogue: WireCatalogue | Playable) -> Iterator[tuple[MediaRef, Kind]]:
    """Every file that it names, in the order of need: the loop's first."""
    for item in catalogue.playlist:
        for ref in list_item_media(item):
            yield ref, "video" if item.kind == "video" else "image"
    for offer in catalogue.offers:
        for ref in _list_offer_media(offer):
            yield ref, "image"


def select_playable(
    catalogue: WireCatalogue, is_here: Callable[[MediaRef], bool], tell_length: Callable[[MediaRef], float | None]
) -> Playable:
    """The part of the catalogue that needs nothing which is not here.

    An item that shows or keeps an offer needs that offer too. `tell_length` gives the seconds that a video plays.
    """
    offers = tuple(offer for offer in catalogue.offers if all(map(is_here, _list_offer_media(offer))))
    known = {offer.id for offer in offers}
    here = (
        item
        for item in catalogue.playlist
        if all(map(is_here, list_item_media(item))) and (item.offer is None or item.offer in known)
    )
    playlist = tuple(item for one in here if (item := _time_item(one, tell_length)))
    playing = {item.id for item in playlist}
    missing = [offer.id for offer in catalogue.offers if offer.id not in known]
    missing += [item.id for item in catalogue.playlist if item.id not in playing]
    return Playable(
        offers,
        playlist,
        tuple(missing),
        catalogue.epoch,
        catalogue.contacts_per_day,
        catalogue.place,
        catalogue.visit_url,
    )


def list_item_media(item: Item) -> Iterator[MediaRef]:
    """Every file that an item names."""
    return (ref for ref in (item.media, item.media_portrait) if ref)


def _time_item(item: Item, tell_length: Callable[[MediaRef], float | None]) -> Item | None:
    """The item with the seconds that it takes; `None`: it may not play."""
    if item.kind != "video" or item.media is None:
        return item
    seconds = tell_length(item.media)
    return replace(item, seconds=seconds) if seconds else None


def _list_offer_media(offer: Offer) -> Iterator[MediaRef]:
    return (ref for ref in (offer.image, offer.image_portrait) if ref)
