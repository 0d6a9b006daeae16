"""The shop that the bench's own tests write into."""

from pathlib import Path

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.sample.seed import seed_hub
from kiosk.hub.settings import HubSettings


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a hub with the sample shop, made once and only copied from."""
    folder = tmp_path_factory.mktemp("shop")
    file = folder / "hub.sqlite3"
    url = f"sqlite:///{file}"
    migrate_database(url)
    database = open_database(url)
    seed_hub(Hub(HubSettings(url, folder / "media"), database), folder)
    database.close()
    return file
