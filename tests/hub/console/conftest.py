"""Who works in the sample shop, and how they sit down at its console."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, Page

from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.models.people.person import Person
from kiosk.hub.models.store.store import Store
from kiosk.hub.sample.shop import STORE
from tests.doubles.chromium import open_chromium
from tests.hub.console.browsing import open_page, sign_in
from tests.hub.console.clerk import OTHER_STORE, PASSWORD, Clerk
from tests.hub.console.few_themes import FewThemes
from tests.hub.running import RunningHub
from tests.hub.storage import Storage


@pytest.fixture(scope="session")
def password_hash() -> str:
    """The hash of the one password, made so weak that no test waits for it: a hash says itself how to try it."""
    return PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)


@pytest.fixture(scope="session")
def seeded(storage: Storage, seeded: Path, tmp_path_factory: pytest.TempPathFactory, password_hash: str) -> Path:
    """The sample shop, with people who work there and in another store."""
    folder = tmp_path_factory.mktemp("staffed") / "hub"
    shutil.copytree(seeded, folder)
    storage.copy(seeded, folder)
    database = open_database(storage.find(folder))
    with database.write() as session:
        session.add(Store(id=OTHER_STORE, name="Anderswo", time_zone="Europe/Vienna", language="de"))
        session.flush()
        for name, store, role in (
            ("mara", STORE, "manager"),
            ("nils", STORE, "manager"),
            ("sam", STORE, "staff"),
            ("otto", OTHER_STORE, "manager"),
        ):
            session.add(Person(id=f"w_{name}", store_id=store, name=name, role=role, password_hash=password_hash))
    database.close()
    return folder


@pytest.fixture
def hub(hub: Hub) -> Hub:
    """The hub, with themes that are at hand at once."""
    return replace(hub, themes=FewThemes())


def _sign_in(running: RunningHub, name: str) -> Iterator[Clerk]:
    with Clerk(running) as clerk:
        clerk.sign_in(name)
        yield clerk


@pytest.fixture
def mara(running: RunningHub) -> Iterator[Clerk]:
    """The manager, signed in."""
    yield from _sign_in(running, "mara")


@pytest.fixture
def nils(running: RunningHub) -> Iterator[Clerk]:
    """The other manager of the same store, signed in."""
    yield from _sign_in(running, "nils")


@pytest.fixture
def sam(running: RunningHub) -> Iterator[Clerk]:
    """One of the staff, signed in."""
    yield from _sign_in(running, "sam")


@pytest.fixture
def otto(running: RunningHub) -> Iterator[Clerk]:
    """The manager of another store, signed in."""
    yield from _sign_in(running, "otto")


@pytest.fixture
def anybody(running: RunningHub) -> Iterator[Clerk]:
    """Somebody who is not signed in."""
    with Clerk(running) as clerk:
        yield clerk


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a file."""
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, running: RunningHub) -> Iterator[Page]:
    """A window with the manager signed in; whatever its scripts complain of fails the test."""
    page = open_page(chromium, running)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    sign_in(page)
    yield page
    page.context.close()
    assert errors == []
