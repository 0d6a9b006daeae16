"""What the API answers screens."""

from datetime import datetime

from msgspec import Struct

from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.contract.shopper import Shopper
from kiosk.offers.posterior import Redeemed


class CatalogueAnswer(Struct, frozen=True):
    """All offers of a store, the loop of its screens, and what was redeemed of the bookmarks of the one that asks.

    `contacts_per_day` is how many offers a shopper is shown in a day at most; `None`: as the screen is set.
    `playlist_epoch` is when the loop's cycle began on all screens; `None`: each plays by itself. `place` is what stands
    at the screen that asks: the `door`, the `exit`, the desk of `pick_up`, or nothing. At a door, `visit_url` is the
    page on which a member without card and beacon comes in by her phone.
    """

    store: str
    offers: list[Offer]
    playlist: list[Item]
    redeemed: Redeemed
    contacts_per_day: int | None
    playlist_epoch: datetime | None
    place: str = ""
    visit_url: str | None = None


class ShoppersAnswer(Struct, frozen=True):
    """The members that changed since the last cursor, and those that may be recognised no more."""

    cursor: str
    shoppers: list[Shopper]
    gone: list[str]


class EventsAnswer(Struct, frozen=True):
    """How many events were new, and how many were known already."""

    stored: int
    repeated: int


class CheckInAnswer(Struct, frozen=True):
    """A check-in that was heard, and the `codes` of what lies ready for her: no word of whose it was.

    `begins`: she who came near came in by it, and is to be greeted; `goes`: she goes by it, and is to be bid farewell.
    Of a card neither is told. `offer` is the id of one for everybody that fits what lies ready, to be shown there.
    """

    id: str
    codes: list[str]
    begins: bool = False
    goes: bool = False
    offer: str | None = None


class ScreenSettings(Struct, frozen=True):
    """What the store's manager set for a screen."""

    zones: list[str]


class EnrolmentAnswer(Struct, frozen=True):
    """What a screen needs to speak for itself; the token is told this once."""

    token: str
    store: str
    screen: str
    settings: ScreenSettings


class Waiting(Struct, frozen=True):
    """Nobody approved the code yet: where that is done, and for how many more seconds it holds; ask again later."""

    approve_at: str
    expires_in: int
    status: str = "waiting"
