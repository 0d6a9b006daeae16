"""A manager signs in, adjusts a theme and publishes it: the real console, broker and screen, from click to pixel."""

import base64
import json
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from kiosk.shop.hub import RunningHub
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.chromium import open_chromium
from tests.doubles.running_screen import KIOSK
from tests.hub.console.browsing import open_page, sign_in
from tests.hub.console.clerk import PASSWORD
from tests.stories.conftest import Fitter

WALL = (0x33, 0xCC, 0x66)
OWN = """
id = "bazaar"
title = "Bazaar"
author = "a shop"
licence = "CC0-1.0"
version = "1.0"
theme_api = 1
extends = "market"
"""
"""On no screen's shelf."""


@pytest.fixture
def page(hub: RunningHub, tmp_path: Path) -> Iterator[Page]:
    """The console's first page, with a manager who just signed in."""
    database = f"sqlite:///{tmp_path / 'hub' / 'hub.db'}"
    add = (*KIOSK, "hub", "person", "add", "mara", "--role", "manager", "--database", database)
    subprocess.run(add, input=PASSWORD.encode(), check=True, capture_output=True)  # noqa: S603 # our own program
    with open_chromium() as chromium:
        page = open_page(chromium, hub)
        sign_in(page)
        yield page


def see_wall(manager: Bystander, topic: str, number: int) -> tuple[int, ...]:
    """The colour in the corner of the glass, as the screen itself shows it."""
    manager.say(f"{topic}/command", json.dumps({"id": f"look-{number}", "do": "screenshot"}).encode())
    heard = manager.heard.wait_until(
        lambda heard: any(b'"look-%d"' % number in said for one, said in heard if one == f"{topic}/answer")
    )
    answer = next(json.loads(said) for _, said in heard if b'"look-%d"' % number in said)
    pixel = Image.open(BytesIO(base64.b64decode(answer["image"]))).convert("RGB").getpixel((2, 2))
    assert isinstance(pixel, tuple)
    return pixel


def is_like(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(here - there) < 12 for here, there in zip(one, other, strict=True))


def publish(page: Page, title: str, wall: str) -> None:
    """Choose the theme of this title with a wall of this colour up to the edge, until the screen has answered."""
    page.goto("/console/themes")
    page.get_by_role("link", name=title).click()
    page.get_by_label("Wand").fill(wall)
    page.get_by_label("Leiste mit Name und Uhrzeit").uncheck()
    page.get_by_label("Laufband").uncheck()
    expect(page.get_by_text("Alles ist gut zu lesen.")).to_be_visible()
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.get_by_text("Trägt es").first).to_be_visible()


def test_from_sign_in_to_the_pixels_of_a_running_screen(
    page: Page, fitter: Fitter, hub_settings: dict[str, object]
) -> None:
    screen = fitter.make(hub_settings)
    screen.open()
    topic = f"kiosk/v1/{hub_settings['store.id']}/{hub_settings['screen.id']}"
    with stand_by(fitter.broker, f"{topic}/answer") as manager:
        publish(page, "Market", "#33cc66")
        assert is_like(see_wall(manager, topic, 1), WALL)

        since = screen.mark()
        assert screen.end() == 0
        screen.open()
        assert screen.await_said("status", since=since + 1)["theme"] == "market"
        assert is_like(see_wall(manager, topic, 2), WALL)

        since = screen.mark()
        page.get_by_text("Zurück zum Vorigen").click()
        page.get_by_role("button", name="Ja, zurück").click()
        screen.await_said("status", lambda said: said["theme"] == "daylight", since)


def test_a_theme_of_the_stores_own_reaches_a_screen_that_never_had_it_and_stays_there(
    page: Page, hub: RunningHub, fitter: Fitter, hub_settings: dict[str, object]
) -> None:
    own = fitter.folder / "themes" / "bazaar"
    own.mkdir(parents=True)
    (own / "theme.toml").write_text(OWN)
    screen = fitter.make(hub_settings)
    screen.open()
    topic = f"kiosk/v1/{hub_settings['store.id']}/{hub_settings['screen.id']}"
    with stand_by(fitter.broker, f"{topic}/answer") as manager:
        publish(page, "Bazaar", "#33cc66")
        assert is_like(see_wall(manager, topic, 1), WALL)

        assert screen.end() == 0
        hub.program.stop()
        since = screen.mark()
        screen.start()
        screen.await_said("status", lambda said: said["state"] == "online" and said["theme"] == "bazaar", since)
        assert is_like(see_wall(manager, topic, 2), WALL)
