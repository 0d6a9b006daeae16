"""The outbox's SQLite file: opened with care, upgraded step by step, set aside when it is broken."""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TypeVar

from kiosk.core.fault import FaultSink
from kiosk.errors import FileRefused, KioskError

Result = TypeVar("Result")

_SCHEMA = Path(__file__).parent / "schema"
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""The last is SQLite's word for a statement that is wrong; ours are not, so the tables are."""
_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in their lowest byte."""
_MOST_CHECKED = 64_000_000
"""Bytes of a file that is looked all through when it is opened, some 150,000 bookmarks in a quarter of a second. A
larger one would hold the start up: of that, damage is found where it is read."""
_MOST_TURNS = 20
"""Of other programs that open the file at the same time."""


class DatabaseUnusable(KioskError):
    """The file cannot be read or written now (full disk, I/O error, locked); nothing was changed."""


class _Damaged(sqlite3.DatabaseError):
    """SQLite's own check found damage that opening alone does not show."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class Database:
    """One SQLite file (WAL, synchronous=FULL: a commit survives a power cut), shared by threads under a lock.

    It is opened at its first use, and again after a failure, so that a disk that comes back needs no restart.
    With `faults` it heals itself: a corrupt file is renamed to `<name>.broken-<n>`, never deleted, and a new one
    begun; fault `outbox/quarantined`. Without, corruption is `DatabaseUnusable`.
    """

    def __init__(self, path: Path, faults: FaultSink | None = None) -> None:
        self.path = path
        self._faults = faults
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do `work` in one transaction, durable on return.

        Raises `DatabaseUnusable` when nothing was changed, `FileRefused` for a schema newer than this program.
        """
        with self._lock:
            try:
                return self._run_healing(work)
            except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
                self._forget()
                message = f"{self.path.name} cannot be used ({_name_error(error)}): check the disk"
                raise DatabaseUnusable(message) from error

    def erase(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """As `run`, for what deletes something personal: afterwards the write-ahead log has none of it either.

        Who reads the file meanwhile, such as `kiosk outbox list`, keeps that in the log until the next time.
        """
        result = self.run(work)
        with self._lock, suppress(sqlite3.Error):  # what was to be deleted is, even if this fails
            if self._connection is not None:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return result

    def close(self) -> None:
        """Close the file; what was committed stays."""
        with self._lock:
            self._forget()

    def __del__(self) -> None:
        """Close it for a holder who is gone without a word."""
        self._forget()

    def _run_healing(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        try:
            return self._run_once(work)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if self._faults is None or not _is_broken(error, self.path):
                raise
            self._forget()
            _set_aside(self.path)
            self._faults.set_fault("outbox", "quarantined")
            return self._run_once(work)

    def _run_once(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        if self._connection is None:
            self._connection = _open_file(self.path)
        with _transaction(self._connection):
            return work(self._connection)

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _is_broken(error: sqlite3.DatabaseError | UnicodeDecodeError, path: Path) -> bool:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Of text that is none Python's own module complains, without a code, or not even by an error of its own.
        return isinstance(error, sqlite3.OperationalError | UnicodeDecodeError)
    # A file that may be written to and says of itself that it may not was not written by us.
    is_sealed = code == sqlite3.SQLITE_READONLY and os.access(path, os.W_OK)
    return is_sealed or code & _PRIMARY_CODE in _BROKEN


def _name_error(error: sqlite3.Error | OSError | UnicodeDecodeError) -> str:
    """SQLite's or the system's own name of the error: its text could repeat what was written."""
    return getattr(error, "sqlite_errorname", type(error).__name__)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Generator[None, None, None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _open_file(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        _prepare(connection)
        _upgrade(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    _choose_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")
    # A delivered bookmark names a member by her hash: it must not linger in free pages.
    connection.execute("PRAGMA secure_delete = ON")
    if _measure(connection) <= _MOST_CHECKED and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise _Damaged


def _measure(connection: sqlite3.Connection) -> int:
    """Bytes of the file."""
    size = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
    return int(size[0])


def _choose_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait where several programs change the mode at once: after each other's turn they look again."""
    for _ in range(_MOST_TURNS):
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
            return
        with _transaction(connection):
            continue
    connection.execute("PRAGMA journal_mode = WAL")


def _upgrade(connection: sqlite3.Connection) -> None:
    """Apply the numbered schema files that this database has not seen, in one transaction with the look at which."""
    steps = sorted(_SCHEMA.glob("*.sql"))
    with _transaction(connection):
        found = "SELECT user_version, application_id FROM pragma_user_version, pragma_application_id"
        version, again = connection.execute(found).fetchone()
        if version > len(steps) and version != again:
            raise _Damaged
        if version > len(steps):
            knows = f"this program knows up to {len(steps)}"
            message = f"the outbox has schema {version}, {knows}: install the newer program"
            raise FileRefused(message)
        for step in steps[version:]:
            for statement in _list_statements(step):
                connection.execute(statement)


def _list_statements(step: Path) -> Iterator[str]:
    """The file's statements one by one: SQLite's own way to run a script would end the transaction first."""
    statement = ""
    for line in step.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _set_aside(path: Path) -> None:
    """Rename the file with its log, so that a specialist can still read it and nothing of it leaks into the new one."""
    aside = next(name for number in count(1) if not (name := path.with_name(f"{path.name}.broken-{number}")).exists())
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
