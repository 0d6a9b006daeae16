"""The one way from an event to the next scene."""

from typing import TypeAlias, assert_never

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.events import (
    ArticleTold,
    BoardChanged,
    BookmarkAnswered,
    BookmarkFailed,
    BookmarkSaved,
    CardRefused,
    CardTapped,
    CatalogueChanged,
    CodeScanned,
    Event,
    IdentityAsked,
    OrdersCalled,
    PricesHeard,
    RankerChanged,
    ReaderChanged,
    ScreenshotAsked,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    ShowFailed,
    ShownRecalled,
    Ticked,
    Touched,
    VisitBegan,
    WentOut,
)
from kiosk.core.floor import Floor
from kiosk.core.glass.hint import show_hint
from kiosk.core.glass.identity import ask_identity, tell_identity
from kiosk.core.glass.scene import Hint
from kiosk.core.glass.scene_change import set_reader
from kiosk.core.glass.screenshot import answer_screenshot
from kiosk.core.loop.ticker import run_ticker
from kiosk.core.night.sleep import wake
from kiosk.core.notice.notices import hang
from kiosk.core.scan.scans import add_by_card, take_article, take_code
from kiosk.core.shelf.prices import show_shelf, stock_shelf
from kiosk.core.staging import settle
from kiosk.core.step import Step
from kiosk.core.supply import drop_unshowable, take_catalogue
from kiosk.core.touch.touches import take_touch
from kiosk.core.visit.arbitration import see_off, welcome
from kiosk.core.visit.arrivals import take_arrival
from kiosk.core.visit.calling import call_owner
from kiosk.core.visit.memory import forget_past, recall_shown, take_shoppers
from kiosk.core.visit.taps import confirm_tap, refuse_tap, regret_tap, take_answer, take_tap

_News: TypeAlias = (
    BookmarkSaved
    | BookmarkFailed
    | BookmarkAnswered
    | OrdersCalled
    | VisitBegan
    | WentOut
    | ArticleTold
    | CatalogueChanged
    | ShoppersChanged
    | ShownRecalled
    | ShowFailed
    | BoardChanged
    | IdentityAsked
    | ScreenshotAsked
    | ReaderChanged
    | RankerChanged
    | PricesHeard
)
"""What another part of the screen has to say."""


def advance(floor: Floor, event: Event, now: Instant) -> Step:
    """What this event makes of the floor, and what is to be done about it. Pure: the same in, the same out."""
    step = _take_in(floor, event, now)
    return show_shelf(run_ticker(Step(tell_identity(step.floor, now), step.effects), now), now)


def _take_in(floor: Floor, event: Event, now: Instant) -> Step:  # noqa: PLR0911 # a line for each kind
    """What somebody does who is there, and that time passes; all else is news."""
    match event:
        case ShopperNear():
            return _welcome(floor, event, now)
        case ShopperLeft():
            return settle(see_off(floor, event, now), now)
        case CardTapped():
            return _tap(wake(floor, now), event, now)
        case CardRefused():
            return refuse_tap(wake(floor, now), event, now)
        case CodeScanned():
            return _scan(wake(floor, now), event, now)
        case Touched():
            return take_touch(wake(floor, now), event, now)
        case Ticked():
            return settle(forget_past(floor, now), now)
        case _:
            return _take_news(floor, event, now)


def _take_news(floor: Floor, event: _News, now: Instant) -> Step:  # noqa: C901, PLR0911, PLR0912 # a line for each kind
    match event:
        case BookmarkSaved(bookmark):
            return confirm_tap(floor, bookmark, now)
        case BookmarkFailed(bookmark):
            return regret_tap(floor, bookmark, now)
        case BookmarkAnswered(answer):
            return take_answer(floor, answer, now)
        case OrdersCalled():
            return Step(call_owner(floor, event, now))
        case VisitBegan():
            return Step(show_hint(floor, Hint.WELCOME, now))
        case WentOut():
            return Step(show_hint(floor, Hint.FAREWELL, now))
        case ArticleTold():
            return settle(take_article(floor, event, now), now)
        case CatalogueChanged():
            return settle(take_catalogue(floor, event), now)
        case ShoppersChanged(crowd):
            return settle(take_shoppers(floor, crowd), now)
        case ShownRecalled(shown):
            return settle(recall_shown(floor, shown), now)
        case ShowFailed():
            return settle(drop_unshowable(floor, event), now)
        case BoardChanged():
            return settle(hang(floor, event), now)
        case IdentityAsked():
            return Step(ask_identity(floor, now))
        case ScreenshotAsked(command):
            return Step(floor, (answer_screenshot(floor.scene, command),))
        case _:
            return Step(_remember(floor, event))


def _remember(floor: Floor, event: ReaderChanged | RankerChanged | PricesHeard) -> Floor:
    """What shows only once a scene asks for it."""
    match event:
        case ReaderChanged(ready):
            return replace(floor, glass=set_reader(floor.glass, ready=ready))
        case RankerChanged(rank):
            return replace(floor, visit=replace(floor.visit, rank=rank))
        case PricesHeard():
            return stock_shelf(floor, event)
        case _:  # pragma: no cover # the type checkers prove that nothing is left
            assert_never(event)


def _welcome(floor: Floor, event: ShopperNear, now: Instant) -> Step:
    """Who comes in may be shown an offer, and where she comes in by a door, the loyalty system hears of it."""
    arrived = take_arrival(floor, event, now)
    settled = settle(welcome(arrived.floor, event, now), now)
    return Step(settled.floor, (*settled.effects, *arrived.effects))


def _tap(floor: Floor, event: CardTapped, now: Instant) -> Step:
    """A card keeps what is on the glass, or puts it into a basket."""
    return add_by_card(floor, event, now) or take_tap(floor, event, now)


def _scan(floor: Floor, event: CodeScanned, now: Instant) -> Step:
    step = take_code(floor, event, now)
    settled = settle(step.floor, now)
    return Step(settled.floor, (*step.effects, *settled.effects))
