"""Where the databases of the hub's tests lie: a file of SQLite in each folder, or one each on a PostgreSQL server."""

import shutil
from collections import defaultdict
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg.sql import SQL, Identifier

from kiosk.shop.postgres import RunningPostgres
from tests.hub.restoring import remember_rows, restore_rows

FILE = "hub.sqlite3"
_THROW_OUT = """
SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity
WHERE datname = current_database() AND pid != pg_backend_pid()
"""
"""Waits until each is gone, for a minute at most."""


class Storage(Protocol):
    """A database for each folder that a test names."""

    def find(self, folder: Path) -> str:
        """The address of the folder's database, which is empty until somebody fills it."""
        ...

    def copy(self, source: Path, target: Path) -> None:
        """Give one folder what another's database holds, to which nobody is connected."""
        ...

    def drop(self, folder: Path) -> None:
        """Have the folder's database take no more room; whoever is connected to it is thrown out."""
        ...

    def throw_out(self, folder: Path) -> None:
        """Close all connections to the folder's database, as a server does that begins anew."""
        ...


class SqliteFiles:
    """Files, which go with their folders."""

    def find(self, folder: Path) -> str:
        folder.mkdir(exist_ok=True)
        return f"sqlite:///{folder / FILE}"

    def copy(self, source: Path, target: Path) -> None:
        shutil.copyfile(source / FILE, target / FILE)

    def drop(self, folder: Path) -> None:
        """Nothing to do: pytest removes old folders."""

    def throw_out(self, folder: Path) -> None:
        """Nothing to do: nobody but who has it open closes a file."""


class PostgresDatabases:
    """Databases of one server; a copy that nobody needs any more becomes the next copy of the same."""

    def __init__(self, server: RunningPostgres) -> None:
        self._server = server
        self._names: dict[Path, str] = {}
        self._sources: dict[str, Path] = {}
        self._idle: defaultdict[Path, list[str]] = defaultdict(list)
        self._numbers = count(1)

    def find(self, folder: Path) -> str:
        if folder not in self._names:
            self._names[folder] = self._make("template1")
        return self._server.find(self._names[folder])

    def copy(self, source: Path, target: Path) -> None:
        self.drop(target)
        idle = self._idle[source]
        self._names[target] = idle.pop() if idle else self._copy(source)

    def drop(self, folder: Path) -> None:
        name = self._names.pop(folder, None)
        if name in self._sources:
            self._restore(name)
        elif name:
            with self._enter("postgres") as clerk:
                clerk.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))  # quoted by psycopg

    def throw_out(self, folder: Path) -> None:
        with self._enter(self._names[folder]) as clerk:
            clerk.execute(_THROW_OUT)

    def _restore(self, name: str) -> None:
        with self._enter(name) as clerk:
            clerk.execute(_THROW_OUT)
            restore_rows(clerk)
        self._idle[self._sources[name]].append(name)

    def _copy(self, source: Path) -> str:
        name = self._make(self._names[source])
        with self._enter(name) as clerk:
            remember_rows(clerk)
        self._sources[name] = source
        return name

    def _make(self, like: str) -> str:
        name = f"test_{next(self._numbers)}"
        with self._enter("postgres") as clerk:
            clerk.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(like)))  # likewise
        return name

    def _enter(self, name: str) -> psycopg.Connection:
        return psycopg.connect(self._server.find(name), autocommit=True)
