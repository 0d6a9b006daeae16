"""A member at the door, by her own act: her visit begins, and counts."""

from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.visit_count import count_day
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, find_person


def come_in(hub: Hub, session: Session, member: Member, arrival: Arrival) -> None:
    """Let her visit begin, or go on; that she was there is counted where she allows personal offers."""
    person = find_person(session, member)
    visit = check_in(hub, session, person, arrival)
    if visit is not None and is_given(session, person.key, PERSONAL_OFFERS):
        count_day(session, person, visit.began_at, hub.now())
