"""What the glass shows: one of these, and nothing else. Where `identify`, the screen's own name lies over it."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from kiosk.contract.bookmark import StampCount
from kiosk.contract.direction import Direction
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.contract.scan import ScanAnswer
from kiosk.core.notice.bulletin import Bulletin


class Hint(StrEnum):
    """A sentence for the shopper that lies over a scene for a moment, after a tap that kept nothing, or a call."""

    HOLD_LONGER = "hold_longer"
    USE_CODE = "use_code"
    NOTHING_TO_SAVE = "nothing_to_save"
    NOT_SAVED = "not_saved"
    ADVISOR_CALLED = "advisor_called"
    ADVISOR_KNOWS = "advisor_knows"
    WELCOME = "welcome"
    FAREWELL = "farewell"
    CARD_READ = "card_read"
    CODE_READ = "code_read"
    IN_BASKET = "in_basket"
    BASKET_FULL = "basket_full"
    BASKET_LOCKED = "basket_locked"


class Called(Struct, frozen=True):
    """What lies over it likewise: by which codes somebody is called for what she ordered."""

    codes: tuple[str, ...]


Remark: TypeAlias = Hint | Called


class Attract(Struct, frozen=True):
    """The loop. `item` is `None` while there is nothing to play: the brand's still stands in.

    `offer` is what a tap would keep: the item's own, or one that the item names. `visit_url` is where a phone comes in
    at this door.
    """

    item: Item | None
    offer: Offer | None
    language: str
    impression: str
    reader_ready: bool = False
    hint: Remark | None = None
    identify: bool = False
    visit_url: str | None = None


class Offering(Struct, frozen=True):
    """An offer meant for a shopper who stands near; in `larger` text for whoever asked for that before."""

    offer: Offer
    language: str
    impression: str
    shopper: str
    reader_ready: bool = False
    hint: Remark | None = None
    identify: bool = False
    larger: bool = False


class Saved(Struct, frozen=True):
    """The offer is kept: the bookmark is on disk. All from `claim_url` to `next_stamp` comes with the API's answer.

    `impression` is the one that it was tapped at, if there was one; `larger` as in `Offering`.
    """

    offer: Offer
    language: str
    bookmark: str
    claim_url: str | None = None
    stamps: StampCount | None = None
    way: Direction | None = None
    next_stamp: Direction | None = None
    again: bool = False
    impression: str = ""
    hint: Remark | None = None
    identify: bool = False
    larger: bool = False


class Comfort(Struct, frozen=True):
    """What makes the glass easier for who stands at it: larger text, controls lower down, all read aloud.

    Source: EN 301 549, 5.1.4 (text), 8.3 (reach: no essential control above 1,220 mm) and 5.1.3 (speech).
    """

    larger: bool = False
    lower: bool = False
    read: bool = False


class Browsing(Struct, frozen=True):
    """An offer for everybody, at the `place` (from 0) of `count`, that somebody came to by leafing through them.

    `ending`: nobody touched the glass for long, and it asks whether somebody is still there.
    """

    offer: Offer
    language: str
    impression: str
    place: int = 0
    count: int = 1
    comfort: Comfort = Comfort()
    ending: bool = False
    reader_ready: bool = False
    hint: Remark | None = None
    identify: bool = False


class Miss(StrEnum):
    """Why a scanned code leads to nothing."""

    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    NOT_SOLD = "not_sold"
    WEIGH_FIRST = "weigh_first"
    """It has a price, or a weight, on a label of the scales alone."""
    ODD_LABEL = "odd_label"
    """Its label says what no label of the store's scales does."""
    UNANSWERED = "unanswered"
    """Nobody could be asked now."""


class Scanned(Struct, frozen=True):
    """What the code of the scan `scan` stands for, by the loyalty API's `answer` or by what the screen knows itself.

    `offer` is one for everybody that is for this article; where the answer has none, it speaks in its place, and a tap
    keeps it. Without both there is a `miss`.
    """

    scan: str
    language: str
    answer: ScanAnswer
    offer: Offer | None = None
    miss: Miss | None = None
    impression: str = ""
    reader_ready: bool = False
    hint: Remark | None = None
    identify: bool = False
    larger: bool = False


class Notice(Struct, frozen=True):
    """A bulletin for everybody, in `texts`, one below the other; nothing can be kept meanwhile."""

    bulletin: Bulletin
    texts: tuple[str, ...]
    language: str
    impression: str
    hint: None = None
    identify: bool = False


class Dark(Struct, frozen=True):
    """The night: nothing plays, until somebody comes."""

    language: str
    impression: str
    hint: Remark | None = None
    identify: bool = False


Pictured: TypeAlias = Attract | Offering | Saved | Browsing | Scanned
"""A scene with a picture behind it."""

Scene: TypeAlias = Pictured | Notice | Dark


def tell_offer(scene: Scene) -> Offer | None:
    """What a tap would keep while this scene is on the glass."""
    if isinstance(scene, Scanned):
        return None if scene.answer.article else scene.offer
    return None if isinstance(scene, Notice | Dark) else scene.offer
