"""How a database of either kind is opened: for who reads, for who writes, and for who asks a single question."""

from contextlib import closing
from select import POLLIN, poll
from sqlite3 import Connection as SqliteConnection
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

_WRITERS = 0x7669
"""The number by which the hub's writers know their lock on PostgreSQL."""


class Engines(Struct, frozen=True):
    """Three ways to begin on the same connections.

    `readers` see one state throughout. `writers` take the lock before they read, so that what they found out still
    holds when they write. `askers` begin nothing: each statement stands for itself.
    """

    readers: Engine
    writers: Engine
    askers: Engine


def open_engines(url: str, busy_s: float) -> Engines:
    """The engines for this SQLAlchemy address; nobody waits for another's lock for longer than `busy_s` seconds."""
    engine = create_engine(url, hide_parameters=True)
    prepare = _prepare_sqlite if engine.dialect.name == "sqlite" else _prepare_postgresql
    return prepare(engine, busy_s)


def write_patience(busy_s: float) -> str:
    """What tells SQLite for how long to wait for a lock."""
    return f"PRAGMA busy_timeout = {int(busy_s * 1000)}"  # a pragma takes no parameter; it is a number


def _prepare_sqlite(engine: Engine, busy_s: float) -> Engines:
    def set_pragmas(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver would begin by itself, too late and never IMMEDIATE: see begin_transaction.
        connection.isolation_level = None
        connection.execute(write_patience(busy_s))
        connection.execute("PRAGMA journal_mode = WAL")
        # WAL's usual NORMAL may lose the last commits at a power cut: an answered bookmark is kept.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What a member took back must not linger in free pages.
        connection.execute("PRAGMA secure_delete = ON")

    def begin_transaction(connection: Connection) -> None:
        begin = connection.get_execution_options().get("begin", "BEGIN")
        if begin:
            connection.connection.cursor().execute(begin)

    event.listen(engine, "connect", set_pragmas)
    event.listen(engine, "begin", begin_transaction)
    return Engines(engine, engine.execution_options(begin="BEGIN IMMEDIATE"), engine.execution_options(begin=""))


def _prepare_postgresql(engine: Engine, busy_s: float) -> Engines:
    def set_patience(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        with closing(connection.cursor()) as cursor:
            cursor.execute(f"SET lock_timeout = {int(busy_s * 1000)}")  # takes no parameters
        connection.commit()

    def begin_transaction(connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            line: Any = connection.connection.driver_connection
            with line.pipeline():  # together with the BEGIN that psycopg sends before it
                line.execute(f"SELECT pg_advisory_xact_lock({_WRITERS})")  # a number of our own

    event.listen(engine, "connect", set_patience)
    event.listen(engine, "checkout", _refuse_ended)
    event.listen(engine, "begin", begin_transaction)
    return Engines(
        readers=engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
        writers=engine.execution_options(writes=True),
        askers=engine.execution_options(isolation_level="AUTOCOMMIT"),
    )


def _refuse_ended(connection: Any, _entry: ConnectionPoolEntry, _fairy: object) -> None:  # noqa: ANN401 - psycopg's own, which is an extra
    """Have the pool open another connection in place of one that a server closed as it began anew.

    What a server says to who asked nothing is that it ends. The pool's own ping would wait for an answer each time.
    """
    look = poll()
    look.register(connection.fileno(), POLLIN)
    if look.poll(0):
        raise DisconnectionError
