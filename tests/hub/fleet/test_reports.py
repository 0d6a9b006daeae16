from datetime import timedelta

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.fleet.commands import PATIENCE, ask_identity, ask_picture, tell_choices
from kiosk.hub.fleet.reports import take_said
from kiosk.hub.models.screens.screen_picture import ScreenPicture, find_screen_picture
from kiosk.hub.models.screens.theme_choice import map_choices
from kiosk.hub.mqtt.messages import Answer, Fault, Said, Status
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.hub.themes.packages import Package
from tests.hub.fleet.joining import NOTICE_TOPIC
from tests.hub.fleet.screen import WEBP, Screen
from tests.hub.fleet.test_commands import choose, read_choice
from tests.hub.fleet.test_notices import hang, read_taken
from tests.hub.running import A_HASH, Dial

ONLINE = Said(STORE, FIRST_SCREEN, Status("online"))
BARE = Said(STORE, FIRST_SCREEN, Status("online", (Fault("theme"),)))
"""A screen that could not put on its theme."""


def say(answer: Answer, screen: str = FIRST_SCREEN, store: str = STORE) -> Said:
    return Said(store, screen, answer)


def read_picture(hub: Hub) -> ScreenPicture:
    with hub.database.read() as session:
        picture = find_screen_picture(session, STORE, FIRST_SCREEN)
    assert picture is not None
    return picture


@pytest.mark.parametrize("reason", [None, "refused"])
def test_an_answer_is_noted_with_its_reason(hub: Hub, reason: str | None) -> None:
    choose(hub)
    take_said(hub, say(Answer("c-1", reason)))

    with hub.database.read() as session:
        choice = read_choice(session)
    assert (choice.answered_at, choice.reason) == (hub.now(), reason)


@pytest.mark.parametrize("who", [("window-2", STORE), (FIRST_SCREEN, "anderswo")])
def test_nobody_answers_for_another_screen(hub: Hub, who: tuple[str, str]) -> None:
    choose(hub)
    take_said(hub, say(Answer("c-1"), *who))
    take_said(hub, say(Answer("c-never")))

    with hub.database.read() as session:
        assert read_choice(session).answered_at is None


def test_a_picture_of_the_glass_is_kept_until_the_next_one_comes(hub: Hub) -> None:
    ask_picture(hub, STORE, FIRST_SCREEN)
    asked = read_picture(hub).command_id
    take_said(hub, say(Answer(asked, None, WEBP), "window-2"))
    assert read_picture(hub).image is None
    take_said(hub, say(Answer(asked, None, WEBP)))
    ask_picture(hub, STORE, FIRST_SCREEN)
    take_said(hub, say(Answer(read_picture(hub).command_id, "private")))

    picture = read_picture(hub)
    assert (picture.image, picture.taken_at, picture.reason) == (WEBP, hub.now(), "private")


def test_what_is_no_picture_is_not_kept_as_one(hub: Hub) -> None:
    ask_picture(hub, STORE, FIRST_SCREEN)
    take_said(hub, say(Answer(read_picture(hub).command_id, None, b"<svg onload=x>")))

    assert read_picture(hub).image is None


def test_a_screen_that_was_away_is_told_as_soon_as_it_is_heard_of(joined: Hub, hub: Hub, screen: Screen) -> None:
    choose(hub)
    tell_choices(hub, STORE, [FIRST_SCREEN])
    screen.say("status", {"state": "offline"})
    screen.say("status", {"state": "online"})

    heard = screen.hear()
    assert (heard["theme"], heard["id"] != "c-1") == ("market", True)
    screen.answer(heard["id"])
    screen.await_kept(lambda session: map_choices(session, STORE)[FIRST_SCREEN].answered_at == joined.now())


def test_who_was_told_a_moment_ago_is_not_told_again_before_it_had_time_to_answer(
    joined: Hub, screen: Screen, dial: Dial
) -> None:
    choose(joined)
    tell_choices(joined, STORE, [FIRST_SCREEN])
    take_said(joined, ONLINE)
    with joined.database.read() as session:
        assert read_choice(session).command_id == "c-1"
    dial.turn(PATIENCE + timedelta(seconds=1))
    take_said(joined, ONLINE)

    assert screen.hear(2)["id"] != "c-1"


def test_who_answered_is_told_no_more(joined: Hub) -> None:
    choose(joined)
    tell_choices(joined, STORE, [FIRST_SCREEN])
    take_said(joined, say(Answer("c-1", "refused")))
    take_said(joined, ONLINE)

    with joined.database.read() as session:
        assert read_choice(session).command_id == "c-1"


def test_a_screen_that_lost_what_it_was_given_is_told_again_and_gets_it_anew(
    joined: Hub, screen: Screen, dial: Dial
) -> None:
    choose(joined, packages={"market": {"sha256": A_HASH, "bytes": 1}})
    tell_choices(joined, STORE, [FIRST_SCREEN])
    take_said(joined, say(Answer("c-1")))
    dial.turn(PATIENCE + timedelta(seconds=1))
    take_said(joined, ONLINE)
    take_said(joined, BARE)

    heard = screen.hear(2)
    assert (heard["id"] != "c-1", heard["packages"]) == (True, {"market": {"sha256": A_HASH, "bytes": 1}})
    with joined.database.read() as session:
        assert read_choice(session).answered_at is None


@pytest.mark.parametrize(
    ("reason", "packages", "waits"),
    [
        ("refused", {"market": {"sha256": A_HASH, "bytes": 1}}, PATIENCE * 2),
        (None, {}, PATIENCE * 2),
        (None, {"market": {"sha256": A_HASH, "bytes": 1}}, timedelta(0)),
    ],
    ids=["it refused it", "it needs nothing of the hub", "it may have said so before"],
)
def test_a_screen_without_its_theme_is_not_told_in_vain(
    joined: Hub, dial: Dial, reason: str | None, packages: dict[str, Package], waits: timedelta
) -> None:
    choose(joined, packages=packages)
    tell_choices(joined, STORE, [FIRST_SCREEN])
    take_said(joined, say(Answer("c-1", reason)))
    dial.turn(waits)
    take_said(joined, BARE)

    with joined.database.read() as session:
        assert read_choice(session).command_id == "c-1"


def test_a_notice_that_no_broker_took_is_said_again_once_a_screen_is_heard_of(joined: Hub, screen: Screen) -> None:
    hang(joined)
    take_said(joined, ONLINE)
    take_said(joined, ONLINE)
    ask_identity(joined, STORE, FIRST_SCREEN)

    screen.hear()
    heard = [topic for topic, _ in screen.bystander.heard.read()]
    assert heard.count(NOTICE_TOPIC) == 1
    assert read_taken(joined) == joined.now()
