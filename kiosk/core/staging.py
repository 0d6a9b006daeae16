"""Which scene is due: the one rule that every event and every tick ends in."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.floor import Floor
from kiosk.core.glass.hint import drop_hint
from kiosk.core.glass.scene import Offering, Saved
from kiosk.core.glass.scene_change import look_again
from kiosk.core.loop.play import play_loop
from kiosk.core.night.sleep import fall_asleep, tire
from kiosk.core.notice.notices import show_notice
from kiosk.core.scan.scans import give_up, show_found
from kiosk.core.step import Step
from kiosk.core.touch.pages import list_pages, show_page
from kiosk.core.visit.arbitration import choose_visitor
from kiosk.core.visit.calling import find_fitting, show_fitting
from kiosk.core.visit.offering import show_offer
from kiosk.core.visit.visitor import Visitor
from kiosk.offers.ranking import Choice

TAP_GRACE_S = 1.0
"""While a tap is on its way to disk the scene waits for it, but no longer than this."""


def settle(floor: Floor, now: Instant) -> Step:
    """Let the scene stay, or bring on the one that is due."""
    floor = give_up(tire(drop_hint(floor, now), now), now)
    notice = show_notice(floor, now)
    if notice:
        return notice
    tap_until = max((kept.felt_at + TAP_GRACE_S for kept in floor.visit.kept if not kept.saved), default=0.0)
    if now.mono < tap_until:
        return Step(replace(floor, glass=look_again(floor.glass, tap_until)))
    found = show_found(floor, now)
    if found:
        return Step(found)
    pages = list_pages(floor, now)
    browse = floor.touch.browse if pages else None
    fitting = None if browse else find_fitting(floor, now)
    chosen = None if browse or fitting else choose_visitor(floor, now)
    if browse is not floor.touch.browse:
        floor = replace(floor, touch=replace(floor.touch, browse=browse))
    stays_until = _reckon_stay(floor, is_awaited=bool(browse or fitting or chosen))
    if now.mono < stays_until:
        return Step(replace(floor, glass=look_again(floor.glass, stays_until)))
    if browse:
        return show_page(floor, browse, pages, now)
    return show_fitting(floor, fitting, now) if fitting else _go_on(floor, chosen, now)


def _go_on(floor: Floor, chosen: tuple[Visitor, Choice] | None, now: Instant) -> Step:
    """What was chosen for who stands near, or the loop, or the night."""
    return show_offer(floor, *chosen, now) if chosen else fall_asleep(floor, now) or play_loop(floor, now)


def _reckon_stay(floor: Floor, *, is_awaited: bool) -> float:
    """Until when the scene may not be replaced, in monotonic seconds."""
    showing = floor.glass.showing
    match showing.scene:
        case Saved():
            return showing.ends_at
        case Offering():
            soonest = showing.since + floor.rules.offer_min_s
            return min(showing.ends_at, soonest) if is_awaited else showing.ends_at
        case _:
            return -NEVER
