"""She says on her phone that she is there: the screen at the door greets her without a name, as after a tap."""

import base64
import json
import re
from collections.abc import Generator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from kiosk.contract.place import DOOR
from kiosk.hub.database import open_database
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.shop.broker import RunningBroker
from kiosk.shop.hub import RunningHub, open_hub
from tests.doubles.bystander import Bystander
from tests.doubles.deadline import wait_until
from tests.doubles.hub_database import ask
from tests.stories.her_phone import HerPhone
from tests.stories.shop import ADDRESS, ANY_CARD, Shop

_COMMAND, _ANSWER = (f"kiosk/v1/{STORE}/{FIRST_SCREEN}/{noun}" for noun in ("command", "answer"))
_WAYS = "SELECT way FROM visits WHERE ended_at IS NULL"


@pytest.fixture
def hub_folder(hub_folder: Path) -> Path:
    """The hub's folder, with a screen at the door."""
    database = open_database(f"sqlite:///{hub_folder / 'hub.db'}")
    with database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, DOOR)
    database.close()
    return hub_folder


@pytest.fixture
def hub(hub_folder: Path, broker: RunningBroker, post: tuple[str, ...]) -> Generator[RunningHub]:
    """The real hub with its mails."""
    hub = open_hub(hub_folder, broker.url, options=post)
    yield hub
    hub.program.stop()


def list_greetings(gateway: Bystander) -> list[dict[str, object]]:
    """What the screen was told to greet by, of all that was said."""
    told = [json.loads(payload) for topic, payload in gateway.heard.read() if topic == _COMMAND]
    return [command for command in told if command["do"] == "greet"]


def was_carried_out(gateway: Bystander, command_id: object) -> bool:
    """Whether the screen answered so."""
    answers = [json.loads(payload) for topic, payload in gateway.heard.read() if topic == _ANSWER]
    return any(answer["id"] == command_id and answer.get("reason") is None for answer in answers)


def test_her_press_is_greeted_there_once_and_says_nothing_of_her(
    shop: Shop, phone: HerPhone, gateway: Bystander
) -> None:
    phone.open_kept(shop.await_kept(shop.tap(ANY_CARD)))
    phone.join(ADDRESS)
    phone.page.goto(f"/visit/{STORE}")
    assert list_greetings(gateway) == []

    phone.page.get_by_role("button", name="Ich bin da").click()
    wait_until(lambda: "phone" in ask(shop.folder, _WAYS) and bool(list_greetings(gateway)))
    (greeting,) = list_greetings(gateway)
    assert sorted(greeting) == ["do", "expires", "id"]
    wait_until(lambda: was_carried_out(gateway, greeting["id"]))


def read_glass(gateway: Bystander) -> str:
    """What the code says that stands on the glass now, as the screen itself shows it."""
    gateway.say(_COMMAND, json.dumps({"id": "look", "do": "screenshot"}).encode())
    gateway.heard.wait_until(lambda heard: any(b'"look"' in said for topic, said in heard if topic == _ANSWER))
    told = (json.loads(said) for topic, said in gateway.heard.read() if topic == _ANSWER)
    answer = next(said for said in told if said["id"] == "look")
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(base64.b64decode(answer["image"]))).convert("L"))
    return code.text


def test_a_stranger_who_scans_the_doors_code_joins_and_is_in(shop: Shop, phone: HerPhone, gateway: Bystander) -> None:
    phone.page.goto(read_glass(gateway))
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Schön, dass Sie da sind")
    phone.ask_link(ADDRESS)
    phone.follow_link()
    expect(phone.page).to_have_url(re.compile(f"/visit/{STORE}"))

    phone.page.get_by_role("button", name="Ich bin da").click()
    wait_until(lambda: ask(shop.folder, _WAYS) == ["phone"])
    assert ask(shop.folder, "SELECT count(*) FROM bookmarks") == [0]
