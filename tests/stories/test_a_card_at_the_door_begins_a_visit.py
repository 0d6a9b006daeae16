"""Somebody comes in: her card at the screen by the door begins her visit at the hub, or her beacon as she comes."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import update

from kiosk.contract.place import DOOR
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.database import open_database
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.script import make_card
from tests.doubles.bystander import Bystander
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.hub_database import ask
from tests.stories.conftest import Fitter

_MEMBERS = "SELECT member_key FROM visits WHERE ended_at IS NULL"


@pytest.fixture
def hub_folder(hub_folder: Path) -> Path:
    """The hub's folder, with a screen at the door where offers are only looked at."""
    database = open_database(f"sqlite:///{hub_folder / 'hub.db'}")
    with database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, DOOR)
        session.execute(update(Offer).values(bookmarkable=False))
    database.close()
    return hub_folder


def _await_visit(folder: Path) -> list[object]:
    look = threading.Event()
    for _ in range(400):
        if found := ask(folder, _MEMBERS):
            return found
        look.wait(0.05)
    return []


def test_her_card_is_greeted_without_a_name_and_begins_one_visit(
    fitter: Fitter, hub: RunningHub, hub_settings: dict[str, object], reader: PretendReaderField
) -> None:
    screen = fitter.make(hub_settings)
    screen.open()
    anna, ben = hub.shop.members[:2]
    taps = [screen.tap(reader, make_card(anna.card))]
    (visitor,) = _await_visit(fitter.folder)
    taps.append(screen.tap(reader, make_card(ben.card)))

    assert [(tap["outcome"], tap["bookmark"]) for tap in taps] == [("nothing_to_save", None)] * 2
    assert ask(fitter.folder, "SELECT count(*) FROM bookmarks") == [0]
    assert str(visitor) not in screen.log


def test_her_beacon_begins_it_as_she_comes_and_not_once_she_has_left(
    fitter: Fitter, hub: RunningHub, hub_settings: dict[str, object], gateway: Bystander
) -> None:
    screen = fitter.make({**hub_settings, "proximity.leave_s": 600})
    screen.open()
    anna = next(member for member in hub.shop.members if PROXIMITY in member.consents)
    screen.await_heard(lambda: walk_up(gateway, anna.beacon))
    (visitor,) = _await_visit(fitter.folder)

    assert ask(fitter.folder, "SELECT way FROM visits") == ["beacon"]
    assert ask(fitter.folder, "SELECT count(*) FROM events WHERE type = 'kiosk.visit'") == [0]
    assert str(visitor) not in screen.log
