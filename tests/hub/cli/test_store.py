from pathlib import Path

import pytest

from kiosk.hub.cli.store import StoreMissing, StoreNotFound, pick_store
from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.store.store import Store
from kiosk.hub.sample.shop import STORE


def test_the_only_store_needs_no_name(hub: Hub) -> None:
    with hub.database.read() as session:
        assert pick_store(session, None).id == STORE


def test_where_there_are_several_stores_one_must_be_named(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Store(id="hamburg", name="Elbe", time_zone="Europe/Berlin", language="de"))

    with hub.database.read() as session:
        with pytest.raises(StoreNotFound, match="--store which store it is: hamburg, berlin-mitte"):
            pick_store(session, None)
        assert pick_store(session, "hamburg").name == "Elbe"


@pytest.mark.sqlite
def test_a_database_without_a_store_is_named_by_its_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    migrate_database(url)
    database = open_database(url)
    with database.read() as session, pytest.raises(StoreMissing, match=r"no store in .+empty\.sqlite3: run `kiosk hub"):
        pick_store(session, None)
    database.close()
