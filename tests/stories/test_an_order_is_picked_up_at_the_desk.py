"""Somebody comes for what she ordered on the web: her card at the screen by the desk says so, and she gets it once.

The loop plays there as anywhere: her card keeps what it shows, and all the same she is called.
"""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import select

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.contract.place import PICK_UP
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import Giver, advance_pickup, hand_over_here, note_line
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.models.pickup.pickup import Pickup
from kiosk.hub.models.store.source import Source
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.hub.settings import HubSettings
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.script import make_card
from tests.doubles.hub_database import ask
from tests.stories.conftest import Fitter

KEY, DEADLINE_S = "write-key", 10
LINES = [{"code": "4012345000030", "title": "Teekanne Seladon", "count": 1}]


@contextmanager
def _work_in(folder: Path) -> Generator[Hub]:
    """What the store's people do there, beside the hub that serves."""
    settings = HubSettings(f"sqlite:///{folder / 'hub.db'}", folder / "media")
    hub = Hub(settings, open_database(settings.database))
    yield hub
    hub.database.close()


@pytest.fixture
def hub_folder(hub_folder: Path) -> Path:
    """The hub's folder, with a web shop, and a screen at the desk."""
    with _work_in(hub_folder) as hub, hub.database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, PICK_UP)
        session.add(Source(store_id=STORE, id="web", key_hash=digest(KEY), vouches=True, made_at=hub.now()))
    return hub_folder


def _order(hub: RunningHub, uid: str) -> str:
    """Order something on the web, known by her card; by which code she is called."""
    value = hash_id(parse_store_key(Path(hub.shop.store_key_file).read_text()), "uid", uid)
    order = {"id": "w-1", "placed_at": datetime.now(UTC).isoformat(), "lines": LINES}
    body = {**order, "credential": {"kind": "uid", "value": value}}
    answer = requests.post(f"{hub.url}/v1/pickups", json=body, auth=(KEY, ""), timeout=DEADLINE_S)
    assert (answer.status_code, answer.json()["member"]) == (201, "known")
    return str(answer.json()["code"])


def _await_arrival(folder: Path) -> list[object]:
    look, question = threading.Event(), "SELECT code FROM pickups WHERE arrived_at IS NOT NULL"
    for _ in range(400):
        if found := ask(folder, question):
            return found
        look.wait(0.05)
    return []


def test_her_card_says_that_she_is_there_and_she_gets_it_once(
    fitter: Fitter,
    hub: RunningHub,
    hub_folder: Path,
    hub_settings: dict[str, object],
    reader: PretendReaderField,
) -> None:
    anna = hub.shop.members[0]
    code = _order(hub, anna.card.uid)
    screen = fitter.make(hub_settings)
    screen.open()
    with _work_in(hub_folder) as desk:
        with desk.database.write() as session:
            pickup = session.scalars(select(Pickup)).one()
            note_line(desk, session, pickup, 0, Outcome("picked"))
            advance_pickup(desk, session, pickup, "ready", "Ida")
        since = screen.mark()
        assert screen.tap(reader, make_card(anna.card))["bookmark"] is not None
        assert _await_arrival(fitter.folder) == [code]
        assert screen.await_shown("touch", since)["offer"] == "o-vase"
        with desk.database.write() as session:
            pickup = session.scalars(select(Pickup)).one()
            hand_over_here(desk, session, pickup, Giver("Ida"))
            with pytest.raises(Problem, match="Nobody held"):
                hand_over_here(desk, session, pickup, Giver("Ida"))

    assert ask(fitter.folder, "SELECT state FROM pickups") == ["handed_over"]
    assert ask(fitter.folder, "SELECT way FROM visits") == ["card"]
