"""The one way from an event to the next scene."""

from typing import assert_never

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.effects import DeclineScreenshot, TakeScreenshot
from kiosk.core.events import (
    BoardChanged,
    BookmarkAnswered,
    BookmarkFailed,
    BookmarkSaved,
    CardRefused,
    CardTapped,
    CatalogueChanged,
    Event,
    IdentityAsked,
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
)
from kiosk.core.floor import Floor
from kiosk.core.glass.identity import ask_identity, tell_identity
from kiosk.core.glass.scene import Attract, Browsing, Offering, Saved
from kiosk.core.glass.scene_change import change_scene, end_scene, take_back
from kiosk.core.loop.ticker import run_ticker
from kiosk.core.night.sleep import wake
from kiosk.core.notice.notices import hang
from kiosk.core.staging import settle
from kiosk.core.step import Step
from kiosk.core.touch.touches import take_touch
from kiosk.core.visit.arbitration import see_off, welcome
from kiosk.core.visit.taps import confirm_tap, refuse_tap, regret_tap, take_answer, take_tap
from kiosk.offers.crowd import Crowd
from kiosk.offers.shown import Shown


def advance(floor: Floor, event: Event, now: Instant) -> Step:
    """What this event makes of the floor, and what is to be done about it. Pure: the same in, the same out."""
    step = _take_in(floor, event, now)
    return run_ticker(Step(tell_identity(step.floor, now), step.effects), now)


def _take_in(floor: Floor, event: Event, now: Instant) -> Step:  # noqa: C901, PLR0911, PLR0912 # a line for each kind
    match event:
        case ShopperNear():
            return settle(welcome(floor, event, now), now)
        case ShopperLeft():
            return settle(see_off(floor, event, now), now)
        case CardTapped():
            return take_tap(wake(floor, now), event, now)
        case CardRefused():
            return refuse_tap(wake(floor, now), event, now)
        case BookmarkSaved(bookmark):
            return confirm_tap(floor, bookmark, now)
        case BookmarkFailed(bookmark):
            return regret_tap(floor, bookmark, now)
        case BookmarkAnswered(answer):
            return take_answer(floor, answer)
        case ReaderChanged(ready):
            return Step(_set_reader(floor, ready=ready))
        case CatalogueChanged():
            return settle(_take_catalogue(floor, event), now)
        case ShoppersChanged(crowd):
            return settle(_take_shoppers(floor, crowd), now)
        case ShownRecalled(shown):
            return settle(_take_shown(floor, shown), now)
        case RankerChanged(rank):
            return Step(replace(floor, rank=rank))
        case ShowFailed():
            return settle(_drop_unshowable(floor, event), now)
        case BoardChanged():
            return settle(hang(floor, event), now)
        case IdentityAsked():
            return Step(ask_identity(floor, now))
        case ScreenshotAsked(command):
            return Step(floor, (_answer_screenshot(floor, command),))
        case Touched():
            return take_touch(wake(floor, now), event, now)
        case Ticked():
            return settle(replace(floor, shown=floor.shown.forget_past(now.mono)), now)
        case _:  # pragma: no cover # the type checkers prove that nothing is left
            assert_never(event)


def _set_reader(floor: Floor, *, ready: bool) -> Floor:
    scene = floor.scene
    shown = replace(scene, reader_ready=ready) if isinstance(scene, Attract | Browsing | Offering) else scene
    return replace(change_scene(floor, shown), reader_ready=ready)


def _answer_screenshot(floor: Floor, command: str) -> TakeScreenshot | DeclineScreenshot:
    """A kept offer's code is the claim of whoever kept it: no picture of it leaves the shop."""
    return DeclineScreenshot(command) if isinstance(floor.scene, Saved) else TakeScreenshot(command)


def _take_catalogue(floor: Floor, event: CatalogueChanged) -> Floor:
    """Take the new offers; one that is on screen is shown as it is now, or ends if it is no more."""
    playlist = tuple(item for item in event.playlist if item.kind != "ticker")
    ticker = tuple(item for item in event.playlist if item.kind == "ticker")
    changed = replace(
        floor,
        catalogue=event.catalogue,
        playlist=playlist,
        ticker=ticker,
        epoch=event.epoch,
        contacts_per_day=event.contacts_per_day,
    )
    scene = floor.scene
    if not isinstance(scene, Offering):
        return changed
    offer = event.catalogue.get_offer(scene.offer.id)
    if offer is None:
        return end_scene(changed)
    return change_scene(changed, replace(scene, offer=offer))


def _drop_unshowable(floor: Floor, event: ShowFailed) -> Floor:
    """Do without what cannot be drawn, until the next catalogue."""
    playlist = tuple(item for item in floor.playlist if item.id != event.item and item.offer != event.offer)
    catalogue = floor.catalogue.drop_offer(event.offer) if event.offer else floor.catalogue
    return take_back(replace(floor, catalogue=catalogue, playlist=playlist))


def _take_shoppers(floor: Floor, crowd: Crowd) -> Floor:
    """Take the new list; whoever withdrew is forgotten at once, and her offer goes."""
    changed = replace(floor, crowd=crowd, shown=floor.shown.keep_only(crowd.shoppers))
    changed = replace(changed, visitors=tuple(who for who in floor.visitors if changed.admits(who.shopper)))
    if isinstance(floor.scene, Offering) and not changed.admits(floor.scene.shopper):
        return end_scene(changed)
    return changed


def _take_shown(floor: Floor, shown: Shown) -> Floor:
    """Take up what was shown before; to who withdrew meanwhile nothing was, unless the list itself was lost."""
    return replace(floor, shown=shown.keep_only(floor.shoppers) if floor.shoppers else shown)
