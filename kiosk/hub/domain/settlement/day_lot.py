"""The lot of the day: on whom it falls, her bag is looked into today, however often she comes in and however she pays.

It falls by who she is, by the day, and by the hub's own key: nothing that she does has it fall anew.
"""

from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.pass_code import draw_lot
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.store.form_key import get_form_key
from kiosk.hub.models.store.store import get_store


def is_drawn_today(hub: Hub, session: Session, member: Member) -> bool:
    """Whether it fell on her."""
    day = hub.now().astimezone(ZoneInfo(get_store(session, member.store_id).time_zone)).date()
    person = find_person(session, member)
    return draw_lot(f"day:{person.key}:{day}", get_form_key(session).decode(), hub.settings.looked_at)
