"""Which way a screen shows to who kept an offer there: to its department, and to where her next stamp waits."""

from collections.abc import Mapping

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.direction import Direction
from kiosk.hub.models.benefits.stamp_card import find_card
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.kept import Kept
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.store.department import Department, map_departments
from kiosk.hub.models.store.screen import find_screen


class Directions(Struct, frozen=True):
    """The way to what she kept, and to her next stamp; `None` where no plan has it, or she lets none be told."""

    way: Direction | None = None
    next_stamp: Direction | None = None


def find_directions(session: Session, kept: Kept, store_id: str, screen_id: str) -> Directions:
    """Both, as seen from this screen: it knows by its zones in which department it stands."""
    departments = map_departments(session, store_id)
    if not departments:
        return Directions()
    bookmark = session.get_one(Bookmark, kept.id)
    screen = find_screen(session, store_id, screen_id)
    here = frozenset(screen.zones if screen else ())
    offer = session.get_one(Offer, bookmark.offer_id)
    return Directions(_find_way(offer, departments, here), _find_next_stamp(session, bookmark, kept, departments))


def _find_way(offer: Offer, departments: Mapping[str, Department], here: frozenset[str]) -> Direction | None:
    """One that is sold where the screen stands is here, wherever else it is sold."""
    zones = sorted((zone for zone in offer.zones if zone in departments), key=lambda zone: zone not in here)
    if not zones:
        return None
    department = departments[zones[0]]
    return Direction(department.title, {} if zones[0] in here else department.way)


def _find_next_stamp(
    session: Session, bookmark: Bookmark, kept: Kept, departments: Mapping[str, Department]
) -> Direction | None:
    if kept.stamps is None or kept.stamps.have >= kept.stamps.of:
        return None
    card = find_card(session, find_person(session, session.get_one(Member, bookmark.member_key)).key)
    stamped = frozenset(card.zones) if card else frozenset[str]()
    return next((Direction(one.title, one.way) for zone, one in departments.items() if zone not in stamped), None)
