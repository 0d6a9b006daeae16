import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import downgrade, upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, insert, inspect, text
from sqlalchemy.exc import IntegrityError, OperationalError

from kiosk.hub import migrations
from kiosk.hub.database import Database, DatabaseRefused, is_begun, migrate_database, open_database
from kiosk.hub.models.store.store import Store, list_stores
from kiosk.hub.models.tables import METADATA

# As they were before a message knew its bookmark; the second begins with the third message.
_FOUR_MESSAGES = """
INSERT INTO messages (id, conversation_id, author, text, written_at)
VALUES (1, 'c', 'store', '', 't'), (2, 'c', 'member', '', 't'), (3, 'c', 'store', '', 't'), (4, 'c', 'member', '', 't')
"""
_TWO_BOOKMARKS = """
INSERT INTO bookmarks (
    id, fingerprint, store_id, offer_id, member_key, conversation_id, first_message_id, was_known, language, tapped_at,
    kept_at, redeem_code
)
VALUES
    ('a', 'f', 's', 'o', 'm', 'c', 1, 0, 'de', 't', 't', 'x'),
    ('b', 'f', 's', 'o', 'm', 'c', 3, 1, 'de', 't', 't', 'y')
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'hub.sqlite3'}"


def _make_store() -> Store:
    return Store(id="s", name="S", time_zone="Europe/Berlin", language="de")


def _write_twice(database: Database) -> None:
    with database.write() as session:
        for _ in range(2):
            session.execute(insert(Store).values(id="s", name="S", time_zone="UTC", language="de", revision=0))


def test_the_migrations_lead_from_nothing_to_the_models(url: str) -> None:
    migrate_database(url)
    engine = create_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"target_metadata": METADATA})
        differences = compare_metadata(context, METADATA)
    engine.dispose()

    assert differences == []


def test_migrating_twice_does_no_harm(url: str) -> None:
    migrate_database(url)
    database = open_database(url)
    with database.write() as session:
        session.add(_make_store())

    migrate_database(url)

    with database.read() as session:
        assert session.get(Store, "s") is not None
    database.close()


@pytest.mark.parametrize(
    "address", ["nonsense://user:secret@host", "text", "sqlite:////nowhere/at/all", "sqlite:///prose"]
)
def test_an_address_that_leads_nowhere_is_refused_without_repeating_it(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "prose").write_text("no database at all, but a text of some length. " * 20)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(DatabaseRefused, match="--database must be an address") as refused:
        migrate_database(address)
    assert "secret" not in str(refused.value)


def test_the_way_back_leaves_nothing(url: str) -> None:
    migrate_database(url)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["url"] = url
    downgrade(config, "base")
    engine = create_engine(url)

    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_a_store_that_was_there_before_control_groups_gets_a_salt_of_its_own(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["url"] = url
    upgrade(config, "0004")
    engine = create_engine(url)
    with engine.begin() as connection:
        for store in ("a", "b"):
            connection.execute(text(f"INSERT INTO stores VALUES ('{store}', 'S', 'UTC', 'de', 0)"))  # noqa: S608 # our own words
    migrate_database(url)
    with engine.connect() as connection:
        salts = set(connection.scalars(text("SELECT control_salt FROM stores")))
    engine.dispose()

    assert len(salts) == 2
    assert min(map(len, salts)) > 20


def test_a_writer_that_fails_leaves_nothing(url: str) -> None:
    migrate_database(url)
    database = open_database(url)
    with pytest.raises(IntegrityError):
        _write_twice(database)

    with database.read() as session:
        assert session.get(Store, "s") is None
    database.close()


def test_what_is_in_use_at_the_end_is_closed_once_it_is_given_back(url: str) -> None:
    database = open_database(url)
    with database.read() as session:
        used = cast("sqlite3.Connection", session.connection().connection.dbapi_connection)
        database.close()
        assert session.scalar(text("SELECT 1")) == 1

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        used.execute("SELECT 1")


def test_a_second_writer_waits_and_then_gives_up(url: str) -> None:
    migrate_database(url)
    database = open_database(url, busy_s=0.05)
    with database.write() as first:
        first.get(Store, "s")
        with pytest.raises(OperationalError), database.write() as second:
            second.get(Store, "s")
    database.close()


def test_the_files_of_a_new_database_are_their_owners_alone(url: str, tmp_path: Path) -> None:
    migrate_database(url)
    database = open_database(url)
    with database.write() as session:
        session.add(_make_store())
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    database.close()

    assert modes == dict.fromkeys(("hub.sqlite3", "hub.sqlite3-wal", "hub.sqlite3-shm"), 0o600)


def test_what_is_erased_leaves_the_log_beside_the_database_too(url: str, tmp_path: Path) -> None:
    migrate_database(url)
    database = open_database(url)
    with database.write() as session:
        session.add(_make_store())
    before = (tmp_path / "hub.sqlite3-wal").stat().st_size
    with database.erase() as session:
        session.delete(session.get_one(Store, "s"))
    after = (tmp_path / "hub.sqlite3-wal").stat().st_size
    database.close()

    assert (before > 0, after) == (True, 0)


def test_who_reads_on_does_not_keep_anything_from_being_erased(url: str) -> None:
    migrate_database(url)
    database = open_database(url, busy_s=0.05)
    with database.write() as session:
        session.add(_make_store())
    with database.read() as reader:
        reader.get(Store, "s")
        with database.erase() as session:
            session.delete(session.get_one(Store, "s"))
    with database.read() as reader:
        assert reader.get(Store, "s") is None
    database.close()


def test_a_message_that_was_there_before_pages_belongs_to_what_was_kept_last_before_it(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["url"] = url
    upgrade(config, "0012")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(_FOUR_MESSAGES))
        connection.execute(text(_TWO_BOOKMARKS))
    migrate_database(url)
    with engine.connect() as connection:
        owners = list(connection.scalars(text("SELECT bookmark_id FROM messages ORDER BY id")))
    engine.dispose()

    assert owners == ["a", "a", "b", "b"]


def test_whether_a_database_is_begun_is_told_without_beginning_one(url: str, tmp_path: Path) -> None:
    assert not is_begun(url)
    assert list(tmp_path.iterdir()) == []
    migrate_database(url)
    assert is_begun(url)
    assert is_begun("sqlite:///:memory:")


def test_an_address_that_is_none_is_refused_before_anything_is_begun() -> None:
    with pytest.raises(DatabaseRefused):
        is_begun("hub.sqlite3")


def test_writers_take_turns_without_sleeping_on_the_lock(url: str) -> None:
    migrate_database(url)
    database, inside, most = open_database(url), [0], [0]

    def write(number: int) -> None:
        with database.write() as session:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            session.add(Store(id=f"s{number}", name="S", time_zone="Europe/Berlin", language="de"))
            session.flush()
            inside[0] -= 1

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write, range(40)))
    with database.read() as session:
        stores = len(list_stores(session))
    database.close()

    assert (stores, most[0]) == (40, 1)


def test_a_writer_whose_turn_does_not_come_in_time_asks_the_database_itself(url: str) -> None:
    migrate_database(url)
    database = open_database(url, busy_s=0.05)
    with ThreadPoolExecutor(1) as other, database.write() as session:
        session.add(_make_store())
        session.flush()
        with pytest.raises(OperationalError):
            other.submit(_write_twice, database).result()
    database.close()
