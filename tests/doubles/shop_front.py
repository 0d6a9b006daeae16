"""A screen's side of the loyalty API: all that keeps it in step with a server, and a note of what it told and said."""

from pathlib import Path

from kiosk.core.events import CatalogueChanged, Event, ShoppersChanged
from kiosk.loyalty.api import LoyaltyApi
from kiosk.loyalty.catalogue_sync import CatalogueSync
from kiosk.loyalty.last_good import LastGood
from kiosk.loyalty.media import Media
from kiosk.loyalty.media_check import check_media
from kiosk.loyalty.shopper_sync import ShopperSync
from kiosk.offers.posterior import Redeemed
from tests.doubles.notebook import FaultBook, Notebook

ROOM = 1_000_000


class ShopFront:
    """Made anew on the same folder it is the same screen after a start."""

    def __init__(self, folder: Path, url: str, token: str | None = None) -> None:
        self.posted = Notebook[Event]()
        self.credited = Notebook[Redeemed]()
        self.partings = 0
        self.faults = FaultBook()
        self.api = LoyaltyApi(url, token)
        self.media = Media(folder / "media", ROOM)
        self.last_good = LastGood(folder, "berlin")
        self.remembered = self.last_good.load(self.faults)
        self.catalogue = CatalogueSync(
            store="berlin",
            screen="window-1",
            api=self.api,
            media=self.media,
            check=check_media,
            last_good=self.last_good,
            remembered=self.remembered,
            post=self.posted.write,
            credit=self.credited.write,
            faults=self.faults,
        )
        self.shoppers = ShopperSync(
            store="berlin",
            api=self.api,
            last_good=self.last_good,
            remembered=self.remembered,
            post=self.posted.write,
            part=self._count_parting,
        )

    def _count_parting(self) -> None:
        self.partings += 1

    def list_catalogues(self) -> list[CatalogueChanged]:
        return [event for event in self.posted.read() if isinstance(event, CatalogueChanged)]

    def list_shown(self) -> list[list[str]]:
        """The ids of the loop's items, each time that they were told."""
        return [[item.id for item in event.playlist] for event in self.list_catalogues()]

    def list_known(self) -> list[list[str]]:
        """The shoppers who may be recognised, each time that they were told."""
        return [sorted(event.crowd.shoppers) for event in self.posted.read() if isinstance(event, ShoppersChanged)]
