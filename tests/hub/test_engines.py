from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from kiosk.hub.context import Hub
from kiosk.hub.database import Database, migrate_database, open_database
from kiosk.hub.models.store.store import Store
from kiosk.hub.sample.shop import STORE
from tests.hub.storage import Storage

_NAME = select(Store.name).where(Store.id == STORE)


@pytest.fixture
def new(storage: Storage, tmp_path: Path) -> Iterator[Database]:
    """A database of which the server can throw everybody out."""
    url = storage.find(tmp_path / "new")
    migrate_database(url)
    with closing(open_database(url)) as database:
        yield database


def _rename(hub: Hub, name: str) -> None:
    with hub.database.write() as session:
        session.get_one(Store, STORE).name = name


def test_who_reads_sees_one_state_and_who_asks_sees_what_is_so_now(hub: Hub) -> None:
    with hub.database.read() as reader, hub.database.ask() as asker:
        before = [session.scalar(_NAME) for session in (reader, asker)]
        _rename(hub, "Neu")
        after = [session.scalar(_NAME) for session in (reader, asker)]

    assert before == ["Kleine Freude"] * 2
    assert after == ["Kleine Freude", "Neu"]


def test_who_writes_knows_that_what_she_found_still_holds(hub: Hub) -> None:
    with hub.database.write() as writer:
        assert writer.scalar(_NAME) == "Kleine Freude"
        with hub.database.ask() as asker:
            assert asker.scalar(_NAME) == "Kleine Freude"
        writer.get_one(Store, STORE).name = "Neu"

    with hub.database.ask() as asker:
        assert asker.scalar(_NAME) == "Neu"


@pytest.mark.sqlite
def test_what_is_written_survives_a_power_cut(hub: Hub) -> None:
    with hub.database.ask() as session:
        pragmas = [session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]

    assert pragmas == ["wal", 2, 1]


def test_connections_that_a_server_closed_meanwhile_are_replaced_unseen(
    storage: Storage, new: Database, tmp_path: Path
) -> None:
    with new.read() as session, new.ask() as another:
        assert [session.scalar(_NAME), another.scalar(_NAME)] == [None, None]
    storage.throw_out(tmp_path / "new")

    with new.read() as session, new.ask() as another:
        assert [session.scalar(_NAME), another.scalar(_NAME)] == [None, None]
    with new.write() as writer:
        assert writer.scalar(_NAME) is None
