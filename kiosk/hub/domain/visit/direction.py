"""Which way a screen shows to who kept an offer there: to its department, and to where her next stamp waits."""

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.contract.direction import Direction
from kiosk.hub.models.conversation.kept import Kept
from kiosk.hub.models.conversation.standpoint import Standpoint, list_stamped


class Directions(Struct, frozen=True):
    """The way to what she kept, and to her next stamp; `None` where no plan has it, or she lets none be told."""

    way: Direction | None = None
    next_stamp: Direction | None = None


def find_directions(session: Session, kept: Kept, point: Standpoint | None) -> Directions:
    """Both, as seen from the screen at which she kept it: it knows by its zones in which department it stands."""
    return Directions(_find_way(point), _find_next_stamp(session, point, kept)) if point else Directions()


def _find_way(point: Standpoint) -> Direction | None:
    """One that is sold where the screen stands is here, wherever else it is sold."""
    zones = sorted((zone for zone in point.sold if zone in point.departments), key=lambda zone: zone not in point.here)
    if not zones:
        return None
    department = point.departments[zones[0]]
    return replace(department, way={}) if zones[0] in point.here else department


def _find_next_stamp(session: Session, point: Standpoint, kept: Kept) -> Direction | None:
    if kept.stamps is None or kept.stamps.have >= kept.stamps.of:
        return None
    stamped = list_stamped(session, kept.id)
    return next((department for zone, department in point.departments.items() if zone not in stamped), None)
