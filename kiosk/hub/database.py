"""The hub's database: where transactions begin, and what makes them durable."""

import os
import threading
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import Error as SqliteError

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, create_engine, event, make_url
from sqlalchemy.engine import Engine
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from kiosk.errors import KioskError
from kiosk.places import tell_install

_MIGRATIONS = Path(__file__).parent / "migrations"
_WRITERS = 0x7669
"""The number by which the hub's writers know their lock on PostgreSQL."""


class DatabaseRefused(KioskError):
    """The database cannot be used; the text says what to check and never repeats the address, which may hold a key."""

    def __init__(self) -> None:
        super().__init__(
            "the database cannot be opened: --database must be an address such as sqlite:///hub.sqlite3, "
            "its folder must be there and writable, and no newer hub may have used it; for an address such as "
            f"postgresql://hub@localhost/hub, its server must run and let it in, and {tell_install('postgres')}"
        )


class Database:
    """Opens sessions; `close` gives all connections back."""

    def __init__(self, engine: Engine, busy_s: float) -> None:
        self._readers = engine
        self._writers = engine.execution_options(writes=True)
        self._busy_s = busy_s
        self._turn = threading.Lock()

    @contextmanager
    def read(self) -> Generator[Session]:
        """A session that sees one state of the data throughout."""
        with Session(self._readers) as session:
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """A session that is committed, and on disk, once this ends without an error."""
        with self._take_turn(), Session(self._writers, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def _take_turn(self) -> Generator[None]:
        # Who waits for SQLite's lock sleeps and looks again, up to a tenth of a second later each time, and whoever
        # comes just then goes first. Here the next one is woken; a writer that is not of this process waits as ever.
        has_turn = self._turn.acquire(timeout=self._busy_s)
        try:
            yield
        finally:
            if has_turn:
                self._turn.release()

    @contextmanager
    def erase(self) -> Generator[Session]:
        """As `write`, for what deletes something personal: afterwards SQLite's write-ahead log has none of it either.

        Who still reads the state before it keeps that in the log until the next time, or until the hub is closed.
        """
        with self.write() as session:
            yield session
        if self._readers.dialect.name == "sqlite":
            self._empty_log()

    def _empty_log(self) -> None:
        # A session would begin a transaction, which reads the log; and what was to be deleted is, even if this fails.
        with suppress(SqliteError), closing(self._readers.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self._readers.dispose()


def open_database(url: str, busy_s: float = 10.0) -> Database:
    """Open the database at this SQLAlchemy address.

    `busy_s` is how many seconds a transaction waits for another's before it fails with `OperationalError`.
    """
    # A server that began anew has closed the connections that wait to be used again.
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, busy_s)
    else:
        _prepare_postgresql(engine, busy_s)
    return Database(engine, busy_s)


def migrate_database(url: str) -> None:
    """Bring the tables to the newest form, from whichever they have; harmless when they have it.

    The file of a new SQLite database is its owner's alone, and so are the files that SQLite lays beside it.
    Raises `DatabaseRefused` for an address that is none, and for a database that cannot be opened or is newer.
    """
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["url"] = url
    try:
        _make_private_file(url)
        command.upgrade(config, "head")
    except (ArgumentError, DBAPIError, CommandError, ImportError) as error:
        raise DatabaseRefused from error


def is_begun(url: str) -> bool:
    """Whether there is a database at this address, as far as that can be told without making one.

    Raises `DatabaseRefused` for an address that is none.
    """
    try:
        file = find_file(url)
    except (ArgumentError, ImportError) as error:
        raise DatabaseRefused from error
    return file is None or file.exists()


def find_file(url: str | URL) -> Path | None:
    """The file of an SQLite database; `None` where it has none of its own."""
    address = make_url(url)
    file = address.database or ""
    is_file = address.get_backend_name() == "sqlite" and file and not file.startswith((":memory:", "file:"))
    return Path(file) if is_file else None


def _make_private_file(url: str) -> None:
    file = find_file(url)
    if file:
        with suppress(OSError):  # what is wrong with it, SQLite says when it opens it
            os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))


def _prepare_sqlite(engine: Engine, busy_s: float) -> None:
    def set_pragmas(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver would begin by itself, too late and never IMMEDIATE: see begin_transaction.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {int(busy_s * 1000)}")  # a pragma takes no parameter; it is a number
        connection.execute("PRAGMA journal_mode = WAL")
        # WAL's usual NORMAL may lose the last commits at a power cut: an answered bookmark is kept.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What a member took back must not linger in free pages.
        connection.execute("PRAGMA secure_delete = ON")

    def begin_transaction(connection: Connection) -> None:
        # A writer takes the lock before it reads, so that what it found out still holds when it writes.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", set_pragmas)
    event.listen(engine, "begin", begin_transaction)


def _prepare_postgresql(engine: Engine, busy_s: float) -> None:
    def begin_transaction(connection: Connection) -> None:
        # As on SQLite: a writer takes the lock before it reads, and who reads sees one state throughout.
        if connection.get_execution_options().get("writes", False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(busy_s * 1000)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    event.listen(engine, "begin", begin_transaction)
