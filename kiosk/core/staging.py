"""Which scene is due: the one rule that every event and every tick ends in."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.contract.phrase import choose_language
from kiosk.core.effects import AnnounceShown
from kiosk.core.floor import Floor, Visitor
from kiosk.core.glass.hint import drop_hint
from kiosk.core.glass.scene import Offering, Saved
from kiosk.core.glass.scene_change import bring_on, look_again
from kiosk.core.glass.showing import Showing
from kiosk.core.loop.play import play_loop
from kiosk.core.night.sleep import fall_asleep, tire
from kiosk.core.notice.notices import show_notice
from kiosk.core.step import Step
from kiosk.core.touch.browse import list_pages, show_page
from kiosk.core.visit.arbitration import choose_visitor, mark_waiting
from kiosk.offers.ranking import Choice

TAP_GRACE_S = 1.0
"""While a tap is on its way to disk the scene waits for it, but no longer than this."""


def settle(floor: Floor, now: Instant) -> Step:
    """Let the scene stay, or bring on the one that is due."""
    floor = tire(drop_hint(floor, now), now)
    notice = show_notice(floor, now)
    if notice:
        return notice
    tap_until = max((kept.felt_at + TAP_GRACE_S for kept in floor.kept if not kept.saved), default=0.0)
    if now.mono < tap_until:
        return Step(look_again(floor, tap_until))
    pages = list_pages(floor, now)
    browse = floor.browse if pages else None
    chosen = None if browse else choose_visitor(floor, now, floor.rank)
    floor = replace(floor, browse=browse)
    stays_until = _reckon_stay(floor, is_awaited=bool(browse or chosen))
    if now.mono < stays_until:
        return Step(look_again(floor, stays_until))
    if browse:
        return show_page(floor, browse, pages, now)
    if chosen:
        return _offer(floor, *chosen, now)
    return fall_asleep(floor, now) or play_loop(floor, now)


def _reckon_stay(floor: Floor, *, is_awaited: bool) -> float:
    """Until when the scene may not be replaced, in monotonic seconds."""
    match floor.scene:
        case Saved():
            return floor.showing.ends_at
        case Offering():
            soonest = floor.showing.since + floor.rules.offer_min_s
            return min(floor.showing.ends_at, soonest) if is_awaited else floor.showing.ends_at
        case _:
            return -NEVER


def _offer(floor: Floor, visitor: Visitor, choice: Choice, now: Instant) -> Step:
    offer = choice.offer
    shopper = floor.shoppers.get(visitor.shopper)
    language = choose_language(offer.title, shopper.language if shopper else None, floor.rules.languages)
    shown = floor.shown.record(visitor.shopper or None, offer.id, floor.rules.tell_local(now).date(), now.mono)
    served = replace(mark_waiting(floor, visitor.shopper, waiting=False), shown=shown)
    scene = Offering(offer, language, now.fresh_id, visitor.shopper, floor.reader_ready)
    ends_at = now.mono + floor.rules.offer_max_s
    offering = bring_on(served, Showing(scene, now.mono, ends_at, ends_at, visitor.zone))
    # Who had to wait was not brought on by a message but by the clock.
    is_fresh = visitor.since == now.mono
    heard_at, trigger = (visitor.heard_at, visitor.trigger) if is_fresh else (now.mono, None)
    return Step(offering, (AnnounceShown(now.fresh_id, offer.id, None, "proximity", heard_at, trigger, choice),))
