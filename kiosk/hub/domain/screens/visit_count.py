"""How a member's visits are counted: by the screens that saw her, once a day and only with her consent."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.domain.benefits.stamp_card import find_department, stamp_visit
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, count_visit, find_member_by_key
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.store.store import get_store

VISIT = "kiosk.visit"
STAY = "kiosk.stay"
"""The type of the event of a member who still stands at a screen, or just left it: of her visit, and of no count."""


def note_visit(session: Session, event: Event) -> None:
    """Count what this event says of a visit, if it says so; from then on it no longer says whose visit it was.

    She earns by it as the programme says, and her stamp card is stamped for the department: the zone of the screen that
    `zone` names, else its first.

    A screen whose clock is ahead must not put off every later visit: no visit lies in the future.
    """
    if event.type != VISIT:
        return
    key = event.data.get("shopper")
    event.data = {name: value for name, value in event.data.items() if name != "shopper"}
    member = find_member_by_key(session, event.store_id, key) if isinstance(key, str) else None
    if member is None or not is_given(session, member.key, PERSONAL_OFFERS):
        return
    happened_at = min(event.happened_at or event.received_at, event.received_at)
    day = count_day(session, member, happened_at, event.received_at)
    department = find_department(session, event.store_id, event.screen_id, event.data.get("zone"))
    if department:
        stamp_visit(session, member, department, day, event.received_at)


def count_day(session: Session, member: Member, happened_at: datetime, now: datetime) -> date:
    """Count that a member who allows personal offers was there, once a day of the store's, which is answered.

    She earns by it as the programme says.
    """
    day = happened_at.astimezone(ZoneInfo(get_store(session, member.store_id).time_zone)).date()
    count_visit(session, member, day)
    earn(session, member, Occasion(f"check_in:{member.key}:{day}", "check_in", happened_at), now)
    return day
