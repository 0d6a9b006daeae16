"""That a member signed in on her phone: an occasion to earn, once a day."""

from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.domain.benefits.thanks import thank
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import get_store


def note_login(hub: Hub, session: Session, member: Member) -> None:
    """Give her what the programme says for it, and thank her."""
    now = hub.now()
    day = now.astimezone(ZoneInfo(get_store(session, member.store_id).time_zone)).date()
    occasion = Occasion(f"login:{member.key}:{day}", "login", now)
    thank(hub, session, member, occasion, earn(session, member, occasion, now))
