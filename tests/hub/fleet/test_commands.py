import json

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.fleet.commands import ask_identity, ask_picture, hang_notice, tell_choices
from kiosk.hub.models.notice import Notice
from kiosk.hub.models.screen_picture import find_screen_picture
from kiosk.hub.models.theme_choice import ThemeChoice, map_choices
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.fleet.screen import Screen
from tests.hub.running import NOW

NOTICE = Notice(store_id=STORE, text={"de": "Bitte räumen"}, level="warning", until=None, sent_by="mara", sent_at=NOW)


def choose(hub: Hub, command_id: str = "c-1", theme: str | None = "market") -> ThemeChoice:
    choice = ThemeChoice(
        store_id=STORE,
        screen_id=FIRST_SCREEN,
        publication="p-1",
        theme=theme,
        options={"accent": "#a8481f"},
        chosen_by="mara",
        chosen_at=hub.now(),
        command_id=command_id,
    )
    with hub.database.write() as session:
        session.add(choice)
    return choice


def read_choice(session: Session) -> ThemeChoice:
    return map_choices(session, STORE)[FIRST_SCREEN]


def test_a_theme_is_told_and_that_it_was(joined: Hub, screen: Screen) -> None:
    tell_choices(joined, [choose(joined)])

    heard = screen.hear()
    assert (heard["id"], heard["do"], heard["theme"], heard["options"]) == (
        *("c-1", "theme", "market"),
        {"accent": "#a8481f"},
    )
    with joined.database.read() as session:
        assert read_choice(session).sent_at == joined.now()


def test_without_a_line_it_is_known_that_nobody_was_told(hub: Hub) -> None:
    tell_choices(hub, [choose(hub)])

    with hub.database.read() as session:
        assert read_choice(session).sent_at is None
    assert not hang_notice(hub, STORE, NOTICE)
    assert not ask_picture(hub, STORE, FIRST_SCREEN)


def test_of_two_questions_for_a_picture_the_later_one_counts(joined: Hub, screen: Screen) -> None:
    assert ask_picture(joined, STORE, FIRST_SCREEN)
    assert ask_picture(joined, STORE, FIRST_SCREEN)

    heard = screen.hear(2)
    assert heard["do"] == "screenshot"
    with joined.database.read() as session:
        picture = find_screen_picture(session, STORE, FIRST_SCREEN)
    assert picture is not None
    assert picture.command_id == heard["id"]


def test_a_screen_is_asked_who_it_is(joined: Hub, screen: Screen) -> None:
    assert ask_identity(joined, STORE, FIRST_SCREEN)
    assert screen.hear()["do"] == "identify"


def test_a_notice_is_kept_by_the_broker_until_it_is_withdrawn(joined: Hub, screen: Screen) -> None:
    topic = f"kiosk/v1/{STORE}/notice"
    assert hang_notice(joined, STORE, NOTICE)
    assert hang_notice(joined, STORE, None)

    hung, withdrawn = screen.bystander.wait_for_topic(topic, 2)
    assert json.loads(hung) == {"text": {"de": "Bitte räumen"}, "level": "warning"}
    assert withdrawn == b""
