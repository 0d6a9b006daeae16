"""Notes what people of the store do, before they do it: so nothing is done of which there is no note."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.people.deed import TERMINAL, Deed, Outcome
from kiosk.hub.models.people.person import Person

SIGN_IN = "POST /console/sign-in"
UNKNOWN = "?"
"""Who tried to sign in by a name that is nobody's: what was typed may be a password."""


def note_deed(hub: Hub, person: str, what: str, store_id: str | None, outcome: Outcome = "begun") -> None:
    """Note it, on disk on return; what it is done to, and what it says, is not noted."""
    deed = Deed(happened_at=hub.now(), person=person, what=what, outcome=outcome, store_id=store_id)
    with hub.database.write() as session:
        session.add(deed)


def add_deed(hub: Hub, session: Session, person: Person, what: str) -> None:
    """Note what is done in this very session: both are on disk, or neither is."""
    session.add(Deed(happened_at=hub.now(), person=person.name, what=what, store_id=person.store_id))


def note_command(hub: Hub, what: str) -> None:
    """Note a command that somebody gave at the machine itself."""
    note_deed(hub, TERMINAL, what, None)
