"""The hubs that its tests share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from kiosk.hub.context import Hub, mint_token
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.sample.seed import TOKEN_FILE, seed_hub
from kiosk.hub.settings import HubSettings
from tests.hub.running import Dial, HubServer, RunningHub

BUSY_S = 5.0


def _locate(folder: Path) -> HubSettings:
    return HubSettings(f"sqlite:///{folder / 'hub.sqlite3'}", folder / "media", busy_s=BUSY_S)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample shop, made once and only copied from."""
    folder = tmp_path_factory.mktemp("seeded")
    settings = _locate(folder)
    migrate_database(settings.database)
    database = open_database(settings.database)
    seed_hub(Hub(settings, database, Dial().read), folder)
    database.close()
    return folder


@pytest.fixture
def dial() -> Dial:
    return Dial()


@pytest.fixture
def hub(seeded: Path, tmp_path: Path, dial: Dial) -> Iterator[Hub]:
    """A hub with the sample shop, of this test alone."""
    shutil.copyfile(seeded / "hub.sqlite3", tmp_path / "hub.sqlite3")
    (tmp_path / "media").symlink_to(seeded / "media")
    database = open_database(_locate(tmp_path).database, BUSY_S)
    yield Hub(_locate(tmp_path), database, dial.read, mint_token)
    database.close()


@pytest.fixture(scope="session")
def server(seeded: Path) -> Iterator[HubServer]:
    """The one application, which each test has serve its own hub: to make one takes longer than most tests."""
    settings = _locate(seeded)
    with HubServer(Hub(settings, open_database(settings.database))) as server:
        yield server


@pytest.fixture
def running(server: HubServer, hub: Hub, dial: Dial, seeded: Path, tmp_path: Path) -> RunningHub:
    """That hub, reached over HTTP."""
    return RunningHub(server, hub, dial, tmp_path, (seeded / TOKEN_FILE).read_text())


@pytest.fixture
def browser() -> Iterator[requests.Session]:
    """A browser with cookies of its own."""
    with requests.Session() as session:
        yield session


@pytest.fixture
def stranger() -> Iterator[requests.Session]:
    """Another browser."""
    with requests.Session() as session:
        yield session
