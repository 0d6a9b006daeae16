"""The hubs that its tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from kiosk.hub.context import Hub, mint_token
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.push.push_service import PushService, make_push_key, read_push_service
from kiosk.hub.sample.seed import TOKEN_FILE, seed_hub
from kiosk.hub.settings import HubSettings
from kiosk.shop.postgres import start_postgres
from tests.doubles.authority import Authority, found_authority
from tests.doubles.push_server import PushServer, serve_push
from tests.hub.running import Dial, HubServer, RunningHub
from tests.hub.storage import PostgresDatabases, SqliteFiles, Storage

BUSY_S = 5.0


@pytest.fixture(scope="session")
def storage(pytestconfig: pytest.Config) -> Iterator[Storage]:
    """Where all of these tests keep their databases, as `--database` says."""
    if pytestconfig.getoption("--database") == "sqlite":
        yield SqliteFiles()
    else:
        with start_postgres(hasty=True) as server:
            yield PostgresDatabases(server)


def _locate(storage: Storage, folder: Path) -> HubSettings:
    return HubSettings(storage.find(folder), folder / "media", busy_s=BUSY_S)


@pytest.fixture(scope="session")
def seeded(storage: Storage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample shop, made once and only copied from."""
    folder = tmp_path_factory.mktemp("seeded")
    settings = _locate(storage, folder)
    migrate_database(settings.database)
    database = open_database(settings.database)
    seed_hub(Hub(settings, database, Dial().read), folder)
    database.close()
    return folder


@pytest.fixture
def dial() -> Dial:
    return Dial()


@pytest.fixture
def hub(storage: Storage, seeded: Path, tmp_path: Path, dial: Dial) -> Iterator[Hub]:
    """A hub with the sample shop, of this test alone."""
    storage.copy(seeded, tmp_path)
    (tmp_path / "media").symlink_to(seeded / "media")
    settings = _locate(storage, tmp_path)
    database = open_database(settings.database, BUSY_S)
    yield Hub(settings, database, dial.read, mint_token)
    database.close()
    storage.drop(tmp_path)


@pytest.fixture(scope="session")
def server(storage: Storage, seeded: Path) -> Iterator[HubServer]:
    """The one application, which each test has serve its own hub: to make one takes longer than most tests."""
    settings = _locate(storage, seeded)
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


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Who vouches for the push service."""
    return found_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def push_key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store's key."""
    file = tmp_path_factory.mktemp("push") / "push.pem"
    make_push_key(file)
    return file


@pytest.fixture
def push_server(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[PushServer]:
    """A running push service, which this process trusts."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority.ca_file))
    with serve_push(authority) as server:
        yield server


@pytest.fixture
def service(push_key: Path, push_server: PushServer) -> PushService:
    """The store's key, for that service alone."""
    made = read_push_service(push_key, "mailto:it@shop.example")
    return PushService(made.key, made.contact, (push_server.host,))
