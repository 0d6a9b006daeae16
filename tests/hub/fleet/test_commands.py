import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from sqlalchemy.orm import Session

from kiosk.contract.place import DOOR
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.fleet.commands import ask_identity, ask_picture, ask_reload, greet_at_doors, remind_screen, tell_choices
from kiosk.hub.models.screens.screen_picture import find_screen_picture
from kiosk.hub.models.screens.theme_choice import ThemeChoice, map_choices
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.hub.themes.packages import Package
from tests.hub.accounts import join, open_doors, press
from tests.hub.fleet.crowded_line import CrowdedLine
from tests.hub.fleet.screen import COMMAND, Screen
from tests.hub.pages.visit.test_visit import VISIT
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, Dial, HubServer, RunningHub

NO_PACKAGES: Mapping[str, Package] = {}


@pytest.fixture
def reached(joined: Hub, server: HubServer, dial: Dial, tmp_path: Path) -> RunningHub:
    """The hub on the broker, reached over HTTP, too."""
    return RunningHub(server, joined, dial, tmp_path, "")


def choose(
    hub: Hub, command_id: str = "c-1", theme: str | None = "market", packages: Mapping[str, Package] = NO_PACKAGES
) -> ThemeChoice:
    choice = ThemeChoice(
        store_id=STORE,
        screen_id=FIRST_SCREEN,
        publication="p-1",
        theme=theme,
        options={"accent": "#a8481f"},
        chosen_by="mara",
        chosen_at=hub.now(),
        command_id=command_id,
        packages=dict(packages),
    )
    with hub.database.write() as session:
        session.add(choice)
    return choice


def read_choice(session: Session) -> ThemeChoice:
    return map_choices(session, STORE)[FIRST_SCREEN]


def test_a_theme_is_told_and_that_it_was(joined: Hub, screen: Screen) -> None:
    choose(joined)
    tell_choices(joined, STORE, [FIRST_SCREEN])

    heard = screen.hear()
    assert (heard["id"], heard["do"], heard["theme"], heard["options"]) == (
        *("c-1", "theme", "market"),
        {"accent": "#a8481f"},
    )
    with joined.database.read() as session:
        assert read_choice(session).sent_at == joined.now()


def test_without_a_line_it_is_known_that_nobody_was_told(hub: Hub) -> None:
    choose(hub)
    tell_choices(hub, STORE, [FIRST_SCREEN])

    with hub.database.read() as session:
        assert read_choice(session).sent_at is None
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


def test_all_screens_of_a_store_are_asked_to_ask(joined: Hub, screen: Screen) -> None:
    ask_reload(joined, STORE)

    assert screen.hear()["do"] == "reload"


def test_without_a_line_nobody_is_asked_to_ask(hub: Hub) -> None:
    ask_reload(hub, STORE)

    assert hub.line is None


def test_what_a_member_switches_on_her_phone_screens_ask_for_at_once(
    reached: RunningHub, screen: Screen, browser: requests.Session
) -> None:
    page = join(reached, browser, open_doors(reached))
    for times, on in enumerate(("true", "false"), 1):
        page = press(browser, page, "/account/consents", purpose="proximity", on=on)

        assert screen.hear(times)["do"] == "reload"


def test_screens_at_doors_alone_greet_who_came_in_by_her_phone(joined: Hub, screen: Screen) -> None:
    greet_at_doors(joined, STORE)
    with joined.database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, DOOR)
    for _ in range(2):
        greet_at_doors(joined, STORE)
    ask_identity(joined, STORE, FIRST_SCREEN)

    heard = [json.loads(payload) for payload in screen.bystander.wait_for_topic(COMMAND, 3)]
    assert [one["do"] for one in heard] == ["greet", "greet", "identify"]
    assert set(heard[0]) == {"id", "do", "expires"}


def test_who_comes_in_is_greeted_at_the_door_and_who_is_there_is_not_again(
    reached: RunningHub, joined: Hub, screen: Screen, browser: requests.Session
) -> None:
    with joined.database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, DOOR)
    join(reached, browser, open_doors(reached))
    came = read_fields(browser.get(f"{reached.url}{VISIT}", timeout=DEADLINE_S))
    for _ in range(2):
        browser.post(f"{reached.url}{VISIT}", came, timeout=DEADLINE_S)
    ask_identity(joined, STORE, FIRST_SCREEN)

    heard = [json.loads(payload)["do"] for payload in screen.bystander.wait_for_topic(COMMAND, 2)]
    assert heard == ["greet", "identify"]


def test_a_screen_is_asked_who_it_is(joined: Hub, screen: Screen) -> None:
    assert ask_identity(joined, STORE, FIRST_SCREEN)
    assert screen.hear()["do"] == "identify"


def test_a_reminder_of_an_older_choice_never_comes_after_a_newer_choice(hub: Hub) -> None:
    line = CrowdedLine()
    crowded = replace(hub, line=line)
    choose(crowded, theme="market")
    with ThreadPoolExecutor() as pool:
        reminder = pool.submit(remind_screen, crowded, STORE, FIRST_SCREEN)
        assert line.is_busy.wait(DEADLINE_S)
        choose(crowded, "c-2", theme="night")
        tell_choices(crowded, STORE, [FIRST_SCREEN])
        reminder.result()
    assert [json.loads(payload)["theme"] for payload in line.said.read()] == ["market", "night"]


def test_who_was_reminded_of_a_choice_before_it_was_told_hears_of_it_once(joined: Hub, screen: Screen) -> None:
    choose(joined)
    remind_screen(joined, STORE, FIRST_SCREEN)
    tell_choices(joined, STORE, [FIRST_SCREEN])
    ask_identity(joined, STORE, FIRST_SCREEN)

    heard = [json.loads(payload)["do"] for payload in screen.bystander.wait_for_topic(COMMAND, 2)]
    assert heard == ["theme", "identify"]
