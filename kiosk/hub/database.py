"""The hub's database: where transactions begin, and what makes them durable."""

import os
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from sqlite3 import Error as SqliteError
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from kiosk.errors import KioskError
from kiosk.hub.engines import Engines, open_engines, write_patience
from kiosk.hub.group_commit import GroupCommit
from kiosk.hub.turns import Turns
from kiosk.places import tell_install

_MIGRATIONS = Path(__file__).parent / "migrations"
_EMPTIED = (0, 0, 0)
"""What SQLite says of a checkpoint that nobody held up, and that left no page (https://sqlite.org/pragma.html)."""
_Result = TypeVar("_Result")


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

    def __init__(self, engines: Engines, busy_s: float) -> None:
        self._engines = engines
        self._busy_s = busy_s
        self._turns = Turns()
        self._group = GroupCommit(self.write)
        self._has_rest = engines.readers.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Generator[Session]:
        """A session that sees one state of the data throughout."""
        with self._naming_errors(), Session(self._engines.readers) as session:
            yield session

    @contextmanager
    def ask(self) -> Generator[Session]:
        """A session for a single question: it begins no transaction, and a second one might see another state."""
        with self._naming_errors(), Session(self._engines.askers) as session:
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """A session that is committed, and on disk, once this ends without an error."""
        # Who waits for SQLite's lock sleeps and looks again, up to a tenth of a second later each time, and whoever
        # comes just then goes first. Here the next one is woken; a writer that is not of this process waits as ever.
        with (
            self._turns.take(self._busy_s),
            self._naming_errors(),
            Session(self._engines.writers, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def write_together(self, act: Callable[[Session], _Result]) -> Future[_Result]:
        """What `act` gives back for a session as of `write`, which it shares with all who come at the same time.

        For what comes in a rush. It may be called a second time, once nothing is left of the first.
        """
        return self._group.run(act)

    @contextmanager
    def _naming_errors(self) -> Generator[None]:
        """What a driver raises that was asked without SQLAlchemy between, by SQLAlchemy's own names."""
        kinds = self._engines.readers.dialect.loaded_dbapi.Error
        try:
            yield
        except kinds as error:
            raise DBAPIError.instance(None, None, error, kinds, hide_parameters=True) from error

    @contextmanager
    def erase(self) -> Generator[Session]:
        """As `write`, for what deletes something personal."""
        with self.erasing(), self.write() as session:
            yield session

    @contextmanager
    def erasing(self) -> Generator[None]:
        """After this SQLite's write-ahead log has nothing either of what was deleted in it.

        Who still reads the state before it keeps that in the log until `finish_erasing`, or until the hub is closed.
        """
        try:
            yield
        finally:
            if self._engines.readers.dialect.name == "sqlite":
                self._has_rest = not self._empty_log(self._busy_s)

    def finish_erasing(self) -> None:
        """Empty the log of what an erasure had to leave there, be it of a hub that died; waits for no reader."""
        if self._has_rest:
            self._has_rest = not self._empty_log(0)

    def _empty_log(self, patience_s: float) -> bool:
        # A session would begin a transaction, which reads the log; and what was to be deleted is, even if this fails.
        with (
            suppress(SqliteError),
            closing(self._engines.readers.raw_connection()) as connection,
            self._turns.take(self._busy_s),
            closing(connection.cursor()) as cursor,
        ):
            try:
                cursor.execute(write_patience(patience_s))
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return cursor.fetchone() == _EMPTIED
            finally:
                cursor.execute(write_patience(self._busy_s))
        return False

    def close(self) -> None:
        """Close every connection; one that is still in use, once it is given back."""
        self._group.close()
        event.listen(self._engines.readers.pool, "checkin", _close_connection)
        self._engines.readers.dispose()


def open_database(url: str, busy_s: float = 10.0) -> Database:
    """Open the database at this SQLAlchemy address.

    `busy_s` is how many seconds a transaction waits for another's before it fails with `OperationalError`.
    """
    return Database(open_engines(url, busy_s), busy_s)


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


def _close_connection(_connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    entry.close()
