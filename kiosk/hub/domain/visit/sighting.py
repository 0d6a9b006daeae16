"""What a screen tells of a member whose beacon it saw: that she came in, and where she stood."""

from datetime import timedelta

import msgspec
from sqlalchemy.orm import Session

from kiosk.contract.place import DOOR, EXIT
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.visit import Visit as Told
from kiosk.hub.domain.screens.visit_count import STAY, VISIT
from kiosk.hub.domain.visit.exit import Passage, go_out
from kiosk.hub.domain.visit.visit import Arrival, check_in, find_running, note_zones
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import find_member_by_key
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.visit.visit import Visit, stir_visits

_LONGEST_S = 4 * 3600


def see_visitor(hub: Hub, session: Session, event: Event) -> Visit | None:
    """Note what this event says of her visit, if it says so and she allows to be recognised by her beacon.

    At a door it begins her visit. Elsewhere it belongs to the one that runs, and without one to none; it is answered
    if she goes from it by an exit.
    """
    told = _read_told(event)
    member = find_member_by_key(session, event.store_id, told.shopper) if told else None
    if told is None or member is None or not is_given(session, member.key, PROXIMITY):
        return None
    began_at = event.happened_at or event.received_at
    stayed = timedelta(seconds=min(told.seconds, _LONGEST_S))
    at = min(began_at + stayed, event.received_at)
    screen = find_screen(session, event.store_id, event.screen_id)
    place = screen.place if screen else ""
    if place == EXIT:
        return go_out(hub, session, member, Passage(began_at, began_at + stayed))
    arrival = Arrival("beacon", at, event.screen_id)
    visit = check_in(hub, session, member, arrival) if place == DOOR else find_running(hub, session, member)
    if visit is not None and at >= visit.began_at:
        note_zones(visit, [told.zone] if told.zone else [], at)
        stir_visits(session, visit.member_key)
    return None


def _read_told(event: Event) -> Told | None:
    if event.type not in {VISIT, STAY}:
        return None
    try:
        return msgspec.convert(event.data, Told)
    except msgspec.ValidationError:
        return None
