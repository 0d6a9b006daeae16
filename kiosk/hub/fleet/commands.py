"""Tells screens what somebody at the console decided; it is kept first, so that nothing is forgotten."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from kiosk.contract.place import DOOR
from kiosk.hub.context import Hub
from kiosk.hub.models.screens.screen import list_screens
from kiosk.hub.models.screens.screen_picture import ScreenPicture, find_screen_picture
from kiosk.hub.models.screens.theme_choice import ThemeChoice, map_choices
from kiosk.hub.mqtt.messages import Doing, name_command_topic, write_command

PATIENCE = timedelta(seconds=5)
"""So long an answer may take before a screen that is heard of is told again."""
_ID_LETTERS = 16


def mint_command_id(hub: Hub) -> str:
    """An id that no command had before."""
    return f"hub-{hub.mint()[:_ID_LETTERS]}"


def tell_choices(hub: Hub, store_id: str, screen_ids: Collection[str]) -> None:
    """Have these screens wear what was chosen last; who cannot be told now is told once it is heard of."""
    with hub.telling:
        with hub.database.read() as session:
            choices = map_choices(session, store_id)
        _tell_all(hub, [one for screen, one in choices.items() if screen in screen_ids and one.sent_at is None])


def remind_screen(hub: Hub, store_id: str, screen_id: str, *, lacks_theme: bool = False) -> None:
    """Tell a screen that is there what it was not told yet, did not answer to, or once had and lacks now."""
    with hub.telling:
        with hub.database.read() as session:
            choice = map_choices(session, store_id).get(screen_id)
        if choice and (_is_due(choice, hub.now()) or (lacks_theme and _was_lost(choice, hub.now()))):
            with hub.database.write() as session:
                choice = session.get_one(ThemeChoice, choice.id)
                choice.command_id = mint_command_id(hub)  # a screen carries out no command twice
                choice.answered_at = None
            _tell_all(hub, [choice])


def ask_picture(hub: Hub, store_id: str, screen_id: str) -> bool:
    """Ask for a picture of the glass, which comes by itself; whether the broker took the question."""
    command_id, now = mint_command_id(hub), hub.now()
    with hub.database.write() as session:
        _note_question(session, store_id, screen_id, command_id, now)
    return _say(hub, store_id, screen_id, command_id, "screenshot")


def ask_identity(hub: Hub, store_id: str, screen_id: str) -> bool:
    """Have the screen show its name; whether the broker took that."""
    return _say(hub, store_id, screen_id, mint_command_id(hub), "identify")


def ask_reload(hub: Hub, store_id: str) -> None:
    """Have the store's screens ask for offers and shoppers now; those that do not hear it ask when their time comes."""
    if hub.line is None or not hub.line.is_up():
        return
    with hub.database.read() as session:
        screens = list_screens(session, store_id)
    for screen in screens:
        _say(hub, store_id, screen.id, mint_command_id(hub), "reload")


def greet_at_doors(hub: Hub, store_id: str) -> None:
    """Have the screens at the doors greet who came in by her phone: at which of them she is, nobody knows."""
    with hub.database.read() as session:
        doors = [screen.id for screen in list_screens(session, store_id) if screen.place == DOOR]
    for door in doors:
        _say(hub, store_id, door, mint_command_id(hub), "greet")


def _is_due(choice: ThemeChoice, now: datetime) -> bool:
    return choice.answered_at is None and (choice.sent_at is None or now - choice.sent_at > PATIENCE)


def _was_lost(choice: ThemeChoice, now: datetime) -> bool:
    """Whether a screen that lacks its theme had it: the packages that it kept on its disk are gone, or rotten."""
    if choice.answered_at is None or choice.reason or not choice.packages:
        return False
    return now - choice.answered_at > PATIENCE


def _tell_all(hub: Hub, choices: Iterable[ThemeChoice]) -> None:
    told = [choice.id for choice in choices if _tell_choice(hub, choice)]
    if told:
        with hub.database.write() as session:
            for one in told:
                session.get_one(ThemeChoice, one).sent_at = hub.now()


def _tell_choice(hub: Hub, choice: ThemeChoice) -> bool:
    more = {"theme": choice.theme, "options": choice.options, "packages": choice.packages}
    return _say(hub, choice.store_id, choice.screen_id, choice.command_id, "theme", **more)


def _say(hub: Hub, store_id: str, screen_id: str, command_id: str, do: Doing, **more: object) -> bool:
    payload = write_command(command_id, do, hub.now(), more)
    return hub.line is not None and hub.line.say(name_command_topic(store_id, screen_id), payload)


def _note_question(session: Session, store_id: str, screen_id: str, command_id: str, now: datetime) -> None:
    picture = find_screen_picture(session, store_id, screen_id)
    if picture is None:
        session.add(ScreenPicture(store_id=store_id, screen_id=screen_id, command_id=command_id, asked_at=now))
    else:
        picture.command_id, picture.asked_at, picture.reason = command_id, now, None
