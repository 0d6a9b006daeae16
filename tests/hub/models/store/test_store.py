from pathlib import Path

import pytest
from sqlalchemy.exc import NoResultFound

from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.store.store import count_revision, get_store, list_stores
from kiosk.hub.sample.shop import STORE, STORE_NAME
from tests.hub.storage import Storage


def test_a_store_is_found_by_its_id(hub: Hub) -> None:
    with hub.database.read() as session:
        assert get_store(session, STORE).name == STORE_NAME


def test_a_store_that_must_be_there_is_missed_loudly(hub: Hub) -> None:
    with hub.database.read() as session, pytest.raises(NoResultFound):
        get_store(session, "hamburg")


def test_a_revision_is_counted_once_each(hub: Hub) -> None:
    with hub.database.write() as session:
        first = count_revision(session, STORE)

        assert count_revision(session, STORE) == first + 1


def test_a_new_database_has_no_store(hub: Hub, storage: Storage, tmp_path: Path) -> None:
    url = storage.find(tmp_path / "new")
    migrate_database(url)
    new = open_database(url)
    with hub.database.read() as session, new.read() as elsewhere:
        assert [store.id for store in list_stores(session)] == [STORE]
        assert list_stores(elsewhere) == []
    new.close()
