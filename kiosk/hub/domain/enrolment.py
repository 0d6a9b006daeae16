"""How a manager lets a waiting screen in."""

from sqlalchemy.orm import Session

from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.models.enrolment import approve_enrolment, find_waiting
from kiosk.hub.models.screen import Screen, list_waiting_screens


class ScreenNotFound(KioskError):
    """No screen, or more than one, is meant; the text says what to name."""


class CodeNotFound(KioskError):
    """No screen shows this code, it did so too long ago, or it is in by it already; the text says what to do."""


def approve_code(hub: Hub, code: str, screen_id: str | None = None) -> Screen:
    """Let the screen that shows this code be `screen_id`, or the only one that nobody enrolled yet.

    Raises `CodeNotFound` or `ScreenNotFound`.
    """
    with hub.database.write() as session:
        enrolment = find_waiting(session, code, hub.now())
        if enrolment is None:
            message = "no screen is waiting with this code; read it again, it changes every 15 minutes"
            raise CodeNotFound(message)
        screen = _pick_screen(session, screen_id)
        approve_enrolment(session, enrolment, screen)
    return screen


def _pick_screen(session: Session, screen_id: str | None) -> Screen:
    waiting = list_waiting_screens(session)
    meant = [screen for screen in waiting if screen_id in (None, screen.id)]
    if len(meant) != 1:
        names = ", ".join(screen.id for screen in waiting) or "none"
        message = f"say with --screen which screen it is; not enrolled yet: {names}"
        raise ScreenNotFound(message)
    return meant[0]
