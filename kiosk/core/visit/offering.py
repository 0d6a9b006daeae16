"""An offer comes on the glass for somebody near."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.phrase import choose_language
from kiosk.core.effects import AnnounceShown
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Offering
from kiosk.core.glass.scene_change import bring_on
from kiosk.core.glass.showing import Showing
from kiosk.core.step import Step
from kiosk.core.touch.presence import wants_larger
from kiosk.core.visit.visit import mark_waiting
from kiosk.core.visit.visitor import Visitor
from kiosk.offers.ranking import Choice


def show_offer(floor: Floor, visitor: Visitor, choice: Choice, now: Instant) -> Step:
    """Show her what was chosen for her, remember it, and say what brought it on."""
    offer, ends_at = choice.offer, now.mono + floor.rules.offer_max_s
    shopper = floor.shoppers.get(visitor.shopper)
    language = choose_language(offer.title, shopper.language if shopper else None, floor.rules.languages)
    scene = Offering(
        offer=offer,
        language=language,
        impression=now.fresh_id,
        shopper=visitor.shopper,
        reader_ready=floor.glass.reader_ready,
        larger=wants_larger(floor, now),
    )
    shown = floor.visit.shown.record(visitor.shopper or None, offer.id, floor.rules.tell_local(now).date(), now.mono)
    offering = replace(
        floor,
        visit=replace(mark_waiting(floor.visit, visitor.shopper, waiting=False), shown=shown),
        glass=bring_on(floor.glass, Showing(scene, now.mono, ends_at, ends_at, visitor.zone)),
    )
    # Who had to wait was not brought on by a message but by the clock.
    is_fresh = visitor.since == now.mono
    heard_at, trigger = (visitor.heard_at, visitor.trigger) if is_fresh else (now.mono, None)
    return Step(offering, (AnnounceShown(now.fresh_id, offer.id, None, "proximity", heard_at, trigger, choice),))
