"""What is known at the start, before the API was asked. Light to import: the first picture waits for it."""

from kiosk.contract.offer import MediaRef
from kiosk.core.events import CatalogueChanged, ShoppersChanged
from kiosk.loyalty.last_good import Remembered
from kiosk.loyalty.media import Media
from kiosk.loyalty.playable import Playable, select_playable
from kiosk.loyalty.wire import WireCatalogue
from kiosk.offers.crowd import Crowd


def recall_playable(remembered: Remembered, media: Media) -> Playable:
    """What of it can be shown."""
    return choose_playable(remembered.catalogue or WireCatalogue(), media)


def choose_playable(catalogue: WireCatalogue, media: Media) -> Playable:
    """What of this catalogue can be shown, by what is on disk."""

    def tell_length(ref: MediaRef) -> float | None:
        from kiosk.loyalty.video_file import find_length  # noqa: PLC0415 # only a loop with a video pays for it

        path = media.path_of(ref)
        return find_length(path) if path else None

    return select_playable(catalogue, lambda ref: media.path_of(ref) is not None, tell_length)


def recall_catalogue(remembered: Remembered, media: Media) -> CatalogueChanged:
    """What the core is told of it."""
    return recall_playable(remembered, media).as_event()


def recall_shoppers(remembered: Remembered) -> ShoppersChanged:
    """Who may be recognised; takes a second in a large store, so ask for it where no picture waits."""
    return ShoppersChanged(Crowd(remembered.shoppers))
