"""Somebody holds her card to the screen at the desk: she is called by a code, and sees an offer that fits her order.

The code stands alone first, to be read from afar; then it stays above the offer, which any passer-by may see and keep.
"""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.offer import Offer
from kiosk.contract.phrase import choose_language
from kiosk.core.effects import AnnounceShown
from kiosk.core.events import SOMEBODY, OrdersCalled
from kiosk.core.floor import Floor
from kiosk.core.glass.hint import show_hint
from kiosk.core.glass.scene import Called, Offering
from kiosk.core.glass.scene_change import bring_on
from kiosk.core.glass.showing import Showing
from kiosk.core.loop.programme import list_offers
from kiosk.core.step import Step
from kiosk.core.touch.presence import wants_larger
from kiosk.core.visit.call import Call

CALL_S = 30.0
"""Whom something else kept from the glass for so long has what she came for."""


def call_owner(floor: Floor, event: OrdersCalled, now: Instant) -> Floor:
    """Call her by her codes; what fits her order waits until they were read."""
    call = Call(event.codes, event.offer, now.mono + CALL_S) if event.offer else None
    return show_hint(replace(floor, visit=replace(floor.visit, call=call)), Called(event.codes), now)


def find_fitting(floor: Floor, now: Instant) -> Offer | None:
    """What fits the order of her who was just called, where it is for everybody; `None`: nothing is due."""
    call = floor.visit.call
    is_read = not isinstance(floor.scene.hint, Called)
    if call is None or now.mono >= call.until or not is_read:
        return None
    return next((offer for offer in list_offers(floor, now) if offer.id == call.offer), None)


def show_fitting(floor: Floor, offer: Offer, now: Instant) -> Step:
    """Bring it on below her codes, once; it is nobody's own offer."""
    call, rules = floor.visit.call, floor.rules
    scene = Offering(
        offer=offer,
        language=choose_language(offer.title, floor.scene.language, rules.languages),
        impression=now.fresh_id,
        shopper=SOMEBODY,
        reader_ready=floor.glass.reader_ready,
        hint=Called(call.codes) if call else None,
        larger=wants_larger(floor, now),
    )
    ends_at = now.mono + rules.offer_max_s
    glass = replace(floor.glass, hint_until=now.mono + rules.hint_s)
    shown = bring_on(glass, Showing(scene, now.mono, ends_at, ends_at, None))
    announce = AnnounceShown(now.fresh_id, offer.id, None, "touch", now.mono)
    return Step(replace(floor, visit=replace(floor.visit, call=None), glass=shown), (announce,))
