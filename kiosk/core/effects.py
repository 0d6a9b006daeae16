"""What the core orders from the other rooms; each answers, if at all, by a new event."""

from enum import StrEnum
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.contract.bookmark import Bookmark
from kiosk.contract.check_in import CheckIn
from kiosk.contract.scan import Scan
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.offers.ranking import Choice

ShownReason = Literal["proximity", "loop", "touch", "notice"]


class TapOutcome(StrEnum):
    """What a tap came to, as the tap topic says it."""

    SAVED = "saved"
    NOTHING_TO_SAVE = "nothing_to_save"
    UNREADABLE = "unreadable"
    REFUSED = "refused"


class SaveBookmark(Struct, frozen=True):
    """Write this bookmark to disk, and with it whose tap was the last; answered by BookmarkSaved or BookmarkFailed."""

    bookmark: Bookmark
    card: str | None = None


class AnnounceShown(Struct, frozen=True):
    """Say what is on the glass, once the frame that shows it was swapped.

    `heard_at` is the monotonic arrival of what caused it, in seconds; `choice` is how it came to be this
    offer, where it was chosen.
    """

    impression: str
    offer: str | None
    item: str | None
    reason: ShownReason
    heard_at: float
    trigger: str | None = None
    choice: Choice | None = None


class AnnounceTap(Struct, frozen=True):
    """Say what a tap came to, once the frame that acknowledges it was swapped."""

    bookmark: str | None
    offer: str | None
    outcome: TapOutcome
    felt_at: float


class TakeScreenshot(Struct, frozen=True):
    """Answer the command of this id with a picture of the glass."""

    command: str


class DeclineScreenshot(Struct, frozen=True):
    """Answer the command of this id that what is on the glass is one shopper's affair."""

    command: str


class SendCheckIn(Struct, frozen=True):
    """Tell the loyalty system that the member with this card is at this door or desk: soon, or never."""

    check_in: CheckIn


class AskArticle(Struct, frozen=True):
    """Ask the loyalty system what was scanned, and have it put into her basket; answered by ArticleTold."""

    scan: Scan


class CallAdvisor(Struct, frozen=True):
    """Tell the staff that somebody at this screen wants advice, in this language, and of which offer."""

    offer: str
    language: str


class TickerLine(Struct, frozen=True):
    """What an item says in the ticker."""

    item: str
    text: str


class RunTicker(Struct, frozen=True):
    """Let these lines run in the ticker from now on, one after the other; none: it is empty."""

    lines: tuple[TickerLine, ...]


class ShowShelf(Struct, frozen=True):
    """Let the glass say these prices of what stands on its shelf, in this language, in place of its still.

    Unless they `hold` it names the articles alone: nobody knows today what they cost.
    """

    prices: tuple[ShelfPrice, ...] = ()
    hold: bool = False
    language: str = ""


Announcement: TypeAlias = AnnounceShown | AnnounceTap
Effect: TypeAlias = (
    AskArticle
    | CallAdvisor
    | RunTicker
    | ShowShelf
    | SaveBookmark
    | SendCheckIn
    | Announcement
    | TakeScreenshot
    | DeclineScreenshot
)
