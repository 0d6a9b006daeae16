"""Who comes to a door or an exit by her beacon, or keeps an offer at the desk: the loyalty system hears of it."""

from msgspec.structs import replace

from kiosk.contract.check_in import CheckIn
from kiosk.contract.instant import Instant
from kiosk.contract.place import PICK_UP
from kiosk.core.effects import SendCheckIn
from kiosk.core.events import SOMEBODY, ShopperNear
from kiosk.core.floor import Floor
from kiosk.core.step import Step
from kiosk.core.visit.greeted import Greeted, add_greeted, find_greeted
from kiosk.core.visit.kept import Kept

AGAIN_S = 60.0
"""Who steps back and forth is told of once in so long; whether she has come in already, the loyalty system knows."""
_HERE_S = 60.0
"""Whose bookmark took longer to arrive may have left the desk."""


def take_arrival(floor: Floor, event: ShopperNear, now: Instant) -> Step:
    """Tell of who may be recognised by her beacon, where the screen greets; the glass waits for the answer."""
    visit, who = floor.visit, event.shopper
    is_told = find_greeted(visit.greeted, who, now.mono, AGAIN_S)
    if not visit.place or who == SOMEBODY or who not in floor.shoppers or is_told:
        return Step(floor)
    check_in = CheckIn(
        id=now.fresh_id,
        store=floor.rules.store,
        screen=floor.rules.screen,
        credential=None,
        tapped_at=now.wall,
        language=floor.scene.language,
        shopper=who,
    )
    greeted = add_greeted(visit.greeted, Greeted(who, now.mono))
    return Step(replace(floor, visit=replace(visit, greeted=greeted)), (SendCheckIn(check_in),))


def report_at_desk(floor: Floor, kept: Kept, felt_at: float, now: Instant) -> tuple[SendCheckIn, ...]:
    """Tell of who kept an offer at the desk, felt at that monotonic time: what she came for may lie ready there."""
    if floor.visit.place != PICK_UP or now.mono - felt_at >= _HERE_S:
        return ()
    bookmark = kept.bookmark
    check_in = CheckIn(
        id=now.fresh_id,
        store=bookmark.store,
        screen=bookmark.screen,
        credential=None,
        tapped_at=now.wall,
        language=bookmark.language,
        bookmark=bookmark.id,
    )
    return (SendCheckIn(check_in),)
