"""What the store's screens do as somebody goes: all of them ask for something, and that at the exit tells of her."""

from datetime import timedelta

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.leaving.going import tell_going
from kiosk.hub.domain.visit.exit import Passage, go_out
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.screens.screen import list_screens
from kiosk.hub.models.screens.screen_state import hear_screen
from kiosk.hub.sample.shop import STORE


def hear_screens(hub: Hub) -> None:
    """Each asks, as it does every minute."""
    with hub.database.write() as session:
        for screen in list_screens(session, STORE):
            hear_screen(session, STORE, screen.id, hub.now())


def see_at_exit(hub: Hub, session: Session, member: Member, stay: timedelta = timedelta()) -> None:
    """It tells that she was there for so long, until now."""
    passage = Passage(hub.now() - stay, hub.now())
    tell_going(hub, session, go_out(hub, session, member, passage))
