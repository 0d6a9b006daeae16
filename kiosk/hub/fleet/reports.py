"""Takes in what screens say over MQTT: what came of a command, and that one is there which was not told yet."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.fleet.commands import remind_screen
from kiosk.hub.fleet.notices import hang_notice
from kiosk.hub.models.screens.notice import find_notice
from kiosk.hub.models.screens.screen_picture import find_picture_by_command
from kiosk.hub.models.screens.theme_choice import find_choice_by_command
from kiosk.hub.mqtt.messages import Answer, Said, Status

_WEBP = (b"RIFF", b"WEBP")


def take_said(hub: Hub, said: Said) -> None:
    """Note an answer; to a screen that is online say what it was not told yet."""
    if isinstance(said.what, Answer):
        with hub.database.write() as session:
            _note_answer(hub, session, said, said.what)
    elif said.what.state == "online":
        _remind(hub, said, said.what)


def _note_answer(hub: Hub, session: Session, said: Said, answer: Answer) -> None:
    """Only the screen that was asked may answer."""
    choice = find_choice_by_command(session, answer.id)
    if choice is not None and (choice.store_id, choice.screen_id) == (said.store, said.screen):
        choice.answered_at, choice.reason = hub.now(), answer.reason
    picture = find_picture_by_command(session, answer.id)
    if picture is not None and (picture.store_id, picture.screen_id) == (said.store, said.screen):
        picture.reason = answer.reason
        if answer.image and (answer.image[:4], answer.image[8:12]) == _WEBP:
            picture.image, picture.taken_at = answer.image, hub.now()


def _remind(hub: Hub, said: Said, status: Status) -> None:
    with hub.database.read() as session:
        notice = find_notice(session, said.store)
    if notice and notice.taken_at is None:
        hang_notice(hub, said.store)
    lacks_theme = any(fault.part == "theme" for fault in status.faults)
    remind_screen(hub, said.store, said.screen, lacks_theme=lacks_theme)
