"""The main job with the hub that comes in the box, up to the page on the shopper's phone and her first answer."""

import re
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import requests

from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.script import make_card
from tests.doubles.bystander import Bystander
from tests.doubles.foreign_gateway import walk_up
from tests.stories.conftest import Fitter

DEADLINE_S = 10
QUESTION = "Gibt es ihn auch in Blau?"


def read_claim(database: Path, bookmark: str) -> str:
    """The part of the page's address that the screen shows as a code and nobody can guess."""
    with closing(sqlite3.connect(database)) as connection:
        return str(connection.execute("SELECT token FROM claims WHERE bookmark_id = ?", (bookmark,)).fetchone()[0])


def wait_until_known(state: Path) -> None:
    """Until the screen has the hub's members: before that nobody is recognised."""
    look = threading.Event()
    assert any((state / "shoppers.json").exists() or look.wait(0.05) for _ in range(400))


def test_a_tap_opens_a_page_on_the_phone_that_takes_an_answer(
    fitter: Fitter,
    hub: RunningHub,
    hub_settings: dict[str, object],
    gateway: Bystander,
    reader: PretendReaderField,
) -> None:
    screen = fitter.make(hub_settings)
    screen.open()
    anna = hub.shop.members[0]

    wait_until_known(screen.state)
    walk_up(gateway, anna.beacon, hub.shop.zones[0])
    shown = screen.await_shown("proximity")
    tap = screen.tap(reader, make_card(anna.card))
    screen.await_said("status", lambda said: bool(said["outbox"]["waiting"] == 0), screen.mark())
    phone = requests.Session()
    page = phone.get(f"{hub.url}/c/{read_claim(fitter.folder / 'hub' / 'hub.db', tap['bookmark'])}", timeout=DEADLINE_S)
    form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    answered = phone.post(page.url, data={**form, "text": QUESTION}, timeout=DEADLINE_S)

    assert (tap["outcome"], tap["offer"]) == ("saved", shown["offer"])
    assert "Steinzeugbecher" in page.text
    assert QUESTION not in page.text
    assert QUESTION in answered.text
