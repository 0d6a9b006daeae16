"""The shop floor before one screen: everything that the next decision depends on."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from kiosk.contract.bookmark import Bookmark
from kiosk.contract.instant import NEVER, Instant
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.contract.shopper import Shopper
from kiosk.core.events import SOMEBODY, BoardChanged, Touched
from kiosk.core.glass.scene import Comfort, Scene
from kiosk.core.glass.showing import Showing
from kiosk.core.notice.bulletin import Board
from kiosk.core.rules import Rules
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from kiosk.offers.ranking import Ranker, rank_by_priority
from kiosk.offers.shown import NOTHING_SHOWN, Shown
from kiosk.offers.situation import Situation


class Visitor(Struct, frozen=True):
    """A shopper who stands near; `waiting` until she has had her offer, and again once she kept it."""

    shopper: str
    zone: str
    since: float
    heard_at: float
    trigger: str | None
    distance_m: float | None
    waiting: bool = True


class Kept(Struct, frozen=True):
    """A bookmark made at this screen: on its way to disk while `saved` is false."""

    bookmark: Bookmark
    offer: Offer
    felt_at: float
    saved: bool = False
    claim_url: str | None = None


class Browse(Struct, frozen=True):
    """Where somebody is who leafs through the offers: the offer's id, and how she likes it.

    She counts as gone some time after `touched_at`, in monotonic seconds.
    """

    offer: str
    language: str
    touched_at: float = 0.0
    comfort: Comfort = Comfort()


class Floor(Struct, frozen=True):
    """State of one screen; immutable, each step makes a new one.

    `showing` is on the glass, `earlier` was, newest first: a tap keeps what was shown at the instant it was felt, not
    what is shown once it is read. `hint_until` is when the scene's hint goes, `identify_until` when the screen's name
    does, `awake_until` when a glass that somebody lit may fall dark (all monotonic seconds).
    `last_item` is what the loop showed last, `turn` its place in the loop's cycle, `epoch` when that cycle began on all
    screens that keep step. `contacts_per_day` is the loyalty system's cap, if it states one.
    `ticker` are the texts that are meant for the ticker, `running` are those that run in it.
    `news` is the change of the board that the glass does not show yet. `browse` stays while its scene gives way to a
    kept offer or a notice; `last_touch` is the last one that was heeded; `next_call_at` is from when on an advisor may
    be called again (monotonic seconds).
    """

    rules: Rules
    showing: Showing
    earlier: tuple[Showing, ...] = ()
    hint_until: float = NEVER
    identify_until: float = NEVER
    awake_until: float = NEVER
    catalogue: Catalogue = field(default_factory=Catalogue)
    rank: Ranker = rank_by_priority
    playlist: tuple[Item, ...] = ()
    ticker: tuple[Item, ...] = ()
    running: tuple[str, ...] = ()
    crowd: Crowd = Crowd({})
    visitors: tuple[Visitor, ...] = ()
    kept: tuple[Kept, ...] = ()
    shown: Shown = NOTHING_SHOWN
    last_item: str | None = None
    turn: int = 0
    epoch: datetime | None = None
    contacts_per_day: int | None = None
    reader_ready: bool = False
    board: Board = Board()
    news: BoardChanged | None = None
    browse: Browse | None = None
    last_touch: Touched | None = None
    next_call_at: float = -NEVER

    @property
    def scene(self) -> Scene:
        """What the glass shows."""
        return self.showing.scene

    @property
    def shoppers(self) -> Mapping[str, Shopper]:
        """The opted-in shoppers, by their pseudonym."""
        return self.crowd.shoppers

    @property
    def wake_at(self) -> float:
        """When the core wants to be ticked next, in monotonic seconds; `NEVER`: it waits for events."""
        return min(self.showing.until, self.hint_until, self.identify_until, self.awake_until)

    def admits(self, shopper: str) -> bool:
        """Whether this pseudonym may be shown an offer: one on the list, or somebody of whom nothing is known."""
        return shopper == SOMEBODY or shopper in self.shoppers

    def describe(self, shopper: str | None, now: Instant, shown: Shown | None = None) -> Situation:
        """The situation in which an offer for this shopper (`None`: anybody) would be shown.

        `shown` stands in for what the screen remembers to have shown.
        """
        return Situation(
            zones=self.rules.zones,
            local=self.rules.tell_local(now),
            mono=now.mono,
            shopper=self.shoppers.get(shopper) if shopper else None,
            shown=shown or self.shown,
            cooldown_s=self.rules.cooldown_s,
            policy=self.rules.policy.cap_contacts(self.contacts_per_day),
        )
