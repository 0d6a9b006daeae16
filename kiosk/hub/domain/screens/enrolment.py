"""How a manager lets a waiting screen in, and one that is in no more."""

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.place import Place
from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.models.screens.enrolment import approve_enrolment, find_waiting, void_approvals
from kiosk.hub.models.screens.screen import (
    Screen,
    find_screen,
    list_revoked_screens,
    list_waiting_screens,
    revoke_token,
)
from kiosk.hub.mqtt.access import is_nameable

_NO_SUCH = "there is no such screen: `kiosk hub screen list` says which there are"


class ScreenNotFound(KioskError):
    """No screen, or more than one, is meant; the text says what to name, or how to look."""


class CodeNotFound(KioskError):
    """No screen shows this code, it did so too long ago, or it is in by it already; the text says what to do."""


class ScreenIsIn(KioskError):
    """The screen that is meant is let in already; the text says what to do."""


class NameTooLong(KioskError):
    """No certificate could name the screen at the broker; the text says what to do."""


class Wanted(Struct, frozen=True):
    """Which screen of which store one shall be, and in which zones, where those are not known yet or others."""

    store_id: str
    screen_id: str
    zones: tuple[str, ...] = ()


def approve_code(hub: Hub, code: str, wanted: Wanted | None = None) -> Screen:
    """Let the screen that shows this code be the one that is wanted, or the only one that nobody enrolled yet.

    One that is not known is added. Raises `CodeNotFound`, `ScreenNotFound`, `ScreenIsIn` or `NameTooLong`.
    """
    with hub.database.write() as session:
        enrolment = find_waiting(session, code, hub.now())
        if enrolment is None:
            message = "no screen is waiting with this code; read it again, it changes every 15 minutes"
            raise CodeNotFound(message)
        screen = _find_or_add(session, wanted) if wanted else _pick_waiting(session)
        approve_enrolment(session, enrolment, screen)
    return screen


def revoke_screen(hub: Hub, store_id: str, screen_id: str) -> None:
    """Let the screen in no more, and nobody else by a code that was approved for it. Raises `ScreenNotFound`."""
    with hub.database.write() as session:
        screen = find_screen(session, store_id, screen_id)
        if screen is None:
            raise ScreenNotFound(_NO_SUCH)
        revoke_token(screen, hub.now())
        void_approvals(session, screen)


def set_place(session: Session, store_id: str, screen_id: str, place: Place) -> None:
    """Say what stands at this screen. Raises `ScreenNotFound`."""
    screen = find_screen(session, store_id, screen_id)
    if screen is None:
        raise ScreenNotFound(_NO_SUCH)
    screen.place = place


def _pick_waiting(session: Session) -> Screen:
    waiting = list_waiting_screens(session)
    if len(waiting) != 1:
        told = f"not enrolled yet: {_name(waiting)}; revoked: {_name(list_revoked_screens(session))}"
        message = f"say with --screen which screen it is, also where it is a new one; {told}"
        raise ScreenNotFound(message)
    return waiting[0]


def _name(screens: list[Screen]) -> str:
    return ", ".join(screen.id for screen in screens) or "none"


def _find_or_add(session: Session, wanted: Wanted) -> Screen:
    screen = find_screen(session, wanted.store_id, wanted.screen_id)
    if screen is None:
        if not is_nameable(wanted.store_id, wanted.screen_id):
            message = (
                "the store's name and the screen's are too long for a certificate: take a shorter one with --screen"
            )
            raise NameTooLong(message)
        screen = Screen(store_id=wanted.store_id, id=wanted.screen_id, zones=[])
        session.add(screen)
        session.flush()
    if screen.token_hash is not None and screen.revoked_at is None:
        message = (
            f"{screen.id} is in already: `kiosk hub screen revoke {screen.id}` first, or name another with --screen"
        )
        raise ScreenIsIn(message)
    screen.zones = list(wanted.zones) or screen.zones
    return screen
