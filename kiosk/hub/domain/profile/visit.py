"""Keeps what a screen tells of a visit: before which zone a member stood, and for how long."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from sqlalchemy.orm import Session

from kiosk.contract.offer import Id
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.diary import Origin, keep_fact
from kiosk.hub.domain.profile.fact import Detail, Fact, name_shelf
from kiosk.hub.domain.profile.refresh import refresh_profile
from kiosk.hub.domain.screens.visit_count import VISIT
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.event import Event

_LONGEST_S = 4 * 3600


class Visit(Struct, frozen=True):
    """Who stood there, before which zone, and for how many seconds, as far as the screen says so."""

    shopper: Id
    zone: Annotated[str, Meta(max_length=128)] = ""
    seconds: Annotated[float, Meta(ge=0)] = 0.0


def keep_visit(hub: Hub, session: Session, event: Event) -> None:
    """Keep what this event says of a visit, if it says so and she allows that offers are chosen by it."""
    try:
        visit = msgspec.convert(event.data, Visit) if event.type == VISIT else None
    except msgspec.ValidationError:
        return
    member = session.get(Member, visit.shopper) if visit else None
    if visit is None or member is None or member.store_id != event.store_id:
        return
    if not is_given(session, member.key, PERSONAL_OFFERS):
        return
    at = min(event.happened_at or event.received_at, event.received_at)
    shelves = (name_shelf(visit.zone),) if visit.zone else ()
    fact = Fact("visited", at, Detail(shelves, seconds=min(visit.seconds, _LONGEST_S)))
    if keep_fact(session, Origin(event.store_id, f"screen:{event.screen_id}", event.id), member.key, fact):
        refresh_profile(hub, session, member.key)
