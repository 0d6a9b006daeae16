"""Everything that can happen at a screen: closed, frozen, in the past tense."""

from datetime import datetime
from typing import TypeAlias

from msgspec import Struct

from kiosk.codes.reading import Read
from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.credential import Credential
from kiosk.contract.place import Place
from kiosk.contract.playlist import Item
from kiosk.contract.scan import ScanAnswer
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.core.notice.bulletin import Board
from kiosk.core.tap_problem import TapProblem
from kiosk.core.wish import Wish
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from kiosk.offers.ranking import Ranker
from kiosk.offers.shown import Shown

SOMEBODY = ""
"""The pseudonym of whoever stands there where nothing is known of her but that: a radar or a door tells no more."""


class ShopperNear(Struct, frozen=True):
    """An opted-in shopper, or `SOMEBODY`, stands before the screen.

    `shopper` is the pseudonym; `heard_at` is the monotonic arrival of the message that decided it, in seconds;
    `trigger` is that message's own id, if it carried one.
    """

    shopper: str
    zone: str
    heard_at: float
    trigger: str | None = None
    distance_m: float | None = None


class ShopperLeft(Struct, frozen=True):
    """That shopper walked away or fell silent."""

    shopper: str
    zone: str


class CardTapped(Struct, frozen=True):
    """A card that can keep an offer was read; `felt_at` is the monotonic time at which it entered the field.

    `card` is by what the reader knows it again, a keyed hash like a credential's; `None`: it cannot.
    """

    credential: Credential
    felt_at: float
    card: str | None = None


class CardRefused(Struct, frozen=True):
    """A card or phone entered the field and could not keep anything."""

    problem: TapProblem
    felt_at: float


class ReaderChanged(Struct, frozen=True):
    """The card reader became ready, or is gone."""

    ready: bool


class BookmarkSaved(Struct, frozen=True):
    """The bookmark is on disk."""

    bookmark: str


class BookmarkFailed(Struct, frozen=True):
    """The bookmark could not be written to disk: nothing was kept."""

    bookmark: str


class BookmarkAnswered(Struct, frozen=True):
    """The loyalty API took the bookmark."""

    answer: BookmarkAnswer


class OrdersCalled(Struct, frozen=True):
    """What she who tapped here ordered lies ready; by these codes she is called, and they say nothing of her.

    `offer` is the id of one for everybody that fits it; `None`: none does.
    """

    codes: tuple[str, ...]
    offer: str | None = None


class VisitBegan(Struct, frozen=True):
    """Who came near a door came in by that, or said so on her phone, and nobody has greeted her yet."""


class WentOut(Struct, frozen=True):
    """Who came near an exit goes by it."""


class CodeScanned(Struct, frozen=True):
    """The scanner read this `text`, and it says this; `felt_at` is the monotonic time of its end, in seconds."""

    text: str
    read: Read
    felt_at: float


class ArticleTold(Struct, frozen=True):
    """What the loyalty API says of the scan of this id; `None`: it could not be asked."""

    scan: str
    answer: ScanAnswer | None


class CatalogueChanged(Struct, frozen=True):
    """Offers and loop are these now; all media that they name and that could be had are on disk.

    `epoch`, an aware time, is when the loop's cycle began on all screens that play it in step; `None`: each by itself.
    `contacts_per_day` goes before the screen's own cap of how many offers a shopper is shown in a day; `None`: that one
    holds. Where the screen has a `place`, a tap that keeps nothing says that somebody is there, or goes; where orders
    lie, so does one that keeps an offer. `visit_url` is what its code leads to at a door; `None`: it shows none.
    """

    catalogue: Catalogue
    playlist: tuple[Item, ...]
    epoch: datetime | None = None
    contacts_per_day: int | None = None
    place: Place = ""
    visit_url: str | None = None


class ShoppersChanged(Struct, frozen=True):
    """These opted-in shoppers may be recognised from now on, by their pseudonym; no others."""

    crowd: Crowd


class ShownRecalled(Struct, frozen=True):
    """This is what the screen has shown, and held of budgets, in an earlier life; told before anybody can come near."""

    shown: Shown


class RankerChanged(Struct, frozen=True):
    """The store has learnt: offers are ranked like this from now on."""

    rank: Ranker


class ShowFailed(Struct, frozen=True):
    """The screen could not draw the scene of this offer, or of this item of the loop: it was never on the glass.

    `lacks_picture`: nothing is wrong with the scene but that.
    """

    offer: str | None
    item: str | None
    lacks_picture: bool = False


class BoardChanged(Struct, frozen=True):
    """These bulletins hang on the board now.

    `heard_at` is the monotonic arrival of the message that changed it, in seconds; `trigger` is that message's own id,
    if it carried one.
    """

    board: Board
    heard_at: float
    trigger: str | None = None


class PricesHeard(Struct, frozen=True):
    """These articles stand on the screen's shelf, at these prices, which hold until that monotonic time in seconds."""

    prices: tuple[ShelfPrice, ...]
    hold_until: float


class IdentityAsked(Struct, frozen=True):
    """Somebody wants to know which of the screens this is."""


class ScreenshotAsked(Struct, frozen=True):
    """Somebody wants to see what is on the glass, by the command of this id."""

    command: str


class Touched(Struct, frozen=True):
    """Somebody touched the glass, or pressed a key; `felt_at` is the monotonic time of it, in seconds."""

    wish: Wish
    felt_at: float


class Ticked(Struct, frozen=True):
    """A moment that the core asked for has come (`Floor.wake_at`)."""


Event: TypeAlias = (
    ShopperNear
    | ShopperLeft
    | CardTapped
    | CardRefused
    | ReaderChanged
    | BookmarkSaved
    | BookmarkFailed
    | BookmarkAnswered
    | OrdersCalled
    | VisitBegan
    | WentOut
    | CodeScanned
    | ArticleTold
    | CatalogueChanged
    | ShoppersChanged
    | ShownRecalled
    | RankerChanged
    | ShowFailed
    | BoardChanged
    | PricesHeard
    | IdentityAsked
    | ScreenshotAsked
    | Touched
    | Ticked
)
