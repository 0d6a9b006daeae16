"""Whose offer is shown when several shoppers stand near."""

from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.events import SOMEBODY, ShopperLeft, ShopperNear
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Offering
from kiosk.core.glass.scene_change import set_end
from kiosk.core.night.sleep import wake
from kiosk.core.visit.visit import add_visitor, drop_visitor
from kiosk.core.visit.visitor import Visitor
from kiosk.offers.ranking import Choice, Considered

PATIENCE_S = 20.0
"""Who has waited so long comes before those who are nearer: else newcomers could keep her waiting for ever."""


def welcome(floor: Floor, event: ShopperNear, now: Instant) -> Floor:
    """Note that a known shopper came near, or somebody unknown; who is not on the list is nobody here."""
    if not floor.admits(event.shopper):
        return floor
    floor = wake(floor, now)
    visitor = Visitor(event.shopper, event.zone, now.mono, event.heard_at, event.trigger, event.distance_m)
    glass, scene = floor.glass, floor.scene
    if isinstance(scene, Offering) and scene.shopper == event.shopper:
        # She stepped back and returned: her offer still stands there and goes on.
        visitor = replace(visitor, waiting=False)
        glass = set_end(glass, glass.showing.since + floor.rules.offer_max_s)
    return replace(floor, glass=glass, visit=add_visitor(floor.visit, visitor))


def see_off(floor: Floor, event: ShopperLeft, now: Instant) -> Floor:
    """Note that a shopper left; her offer lingers a moment, so that a step back does not blank it."""
    glass, scene = floor.glass, floor.scene
    if isinstance(scene, Offering) and scene.shopper == event.shopper:
        glass = set_end(glass, min(glass.showing.ends_at, now.mono + floor.rules.linger_s))
    return replace(floor, glass=glass, visit=drop_visitor(floor.visit, event.shopper))


def choose_visitor(floor: Floor, now: Instant) -> tuple[Visitor, Choice] | None:
    """Whose turn it is of those who wait and for whom there is an offer, with that offer."""
    for visitor in sorted(_list_waiting(floor), key=lambda visitor: reckon_turn(floor, visitor, now)):
        situation = floor.describe(visitor.shopper, now)
        selection = floor.catalogue.select(situation)
        offers = [offer for offer in selection.offers if floor.crowd.hides(offer.audience, situation)]
        if offers:
            considered = Considered(floor.catalogue, situation.zones, selection, offers)
            return visitor, replace(floor.visit.rank(offers, situation), considered=considered)
    return None


def reckon_turn(floor: Floor, visitor: Visitor, now: Instant) -> tuple[int, float, float]:
    """By what those who wait are sorted: the fewest offers today, the longest out of patience, the nearest."""
    contacts = floor.visit.shown.count_contacts(visitor.shopper, floor.rules.tell_local(now).date(), now.mono)
    overdue_since = visitor.since if now.mono - visitor.since >= PATIENCE_S else NEVER
    return contacts, overdue_since, NEVER if visitor.distance_m is None else visitor.distance_m


def _list_waiting(floor: Floor) -> list[Visitor]:
    """Who waits for an offer; somebody unknown counts only alone, for a radar sees the known shoppers as well."""
    known = [visitor for visitor in floor.visit.visitors if visitor.shopper != SOMEBODY]
    return [visitor for visitor in known or floor.visit.visitors if visitor.waiting]
