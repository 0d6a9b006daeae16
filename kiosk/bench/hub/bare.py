"""The yardstick of the hub: `python -m kiosk.bench.hub.bare ADDRESS`, the framework and the driver and nothing between.

It takes the same requests, checks their bodies alike, and has on disk before it answers what a bookmark is at the
least: its row, and the rows of its message and its claim.
"""

import sqlite3
import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any
from uuid import uuid4

import uvicorn
from fastapi import FastAPI

from kiosk.bench.leash import end_with_input
from kiosk.bench.said import Said, say
from kiosk.hub.routes.bookmark import BookmarkIn
from kiosk.hub.serve import open_listener

TABLES = (
    "CREATE TABLE bookmarks (id TEXT PRIMARY KEY, offer TEXT, store TEXT, screen TEXT, card TEXT, tapped TEXT)",
    "CREATE TABLE messages (id TEXT PRIMARY KEY, bookmark TEXT, words TEXT)",
    "CREATE TABLE claims (token TEXT PRIMARY KEY, bookmark TEXT)",
)
ROWS = (
    "INSERT INTO bookmarks VALUES (?, ?, ?, ?, ?, ?)",
    "INSERT INTO messages VALUES (?, ?, ?)",
    "INSERT INTO claims VALUES (?, ?)",
)


def open_sqlite(file: str) -> Any:  # noqa: ANN401 - a connection of either driver
    """A connection that is on disk when it commits."""
    connection = sqlite3.connect(file, timeout=10, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def open_postgresql(url: str) -> Any:  # noqa: ANN401 - as above
    """A connection that is on disk when it commits, as PostgreSQL is by itself."""
    import psycopg  # noqa: PLC0415 - only where it is measured

    return psycopg.connect(url, autocommit=True)


class Shelf:
    """Keeps bookmarks, over a connection of each thread's own."""

    def __init__(self, url: str) -> None:
        is_file = url.startswith("sqlite:///")
        self._connect: Callable[[], Any] = (
            (lambda: open_sqlite(url.removeprefix("sqlite:///"))) if is_file else (lambda: open_postgresql(url))
        )
        self._rows = ROWS if is_file else tuple(row.replace("?", "%s") for row in ROWS)
        self._begin = "BEGIN IMMEDIATE" if is_file else "BEGIN"
        self._own = threading.local()

    def lay_out(self) -> None:
        """Make the tables."""
        for table in TABLES:
            self._run([(table, ())])

    def keep(self, body: BookmarkIn, token: str) -> None:
        """All three rows, or none."""
        bookmark = (body.id, body.offer, body.store, body.screen, body.credential.value, body.tapped_at.isoformat())
        rows = (bookmark, (uuid4().hex, body.id, "Kept."), (token, body.id))
        self._run(list(zip(self._rows, rows, strict=True)))

    def _run(self, statements: list[tuple[str, tuple[object, ...]]]) -> None:
        if not hasattr(self._own, "line"):
            self._own.line = self._connect()
        cursor = self._own.line.cursor()
        cursor.execute(self._begin)
        for statement, values in statements:
            cursor.execute(statement, values)
        cursor.execute("COMMIT")


def make_app(shelf: Shelf) -> FastAPI:
    """One route."""
    app = FastAPI()

    @app.post("/v1/bookmarks", status_code=201)
    def post_bookmark(body: BookmarkIn) -> dict[str, str]:
        token = uuid4().hex
        shelf.keep(body, token)
        return {"id": body.id, "claim_url": f"/c/{token}"}

    return app


def main(url: str) -> None:
    """Serve until the bench is done."""
    shelf = Shelf(url)
    shelf.lay_out()
    listener = open_listener("127.0.0.1", 0)
    end_with_input()
    say(Said("begun", monotonic(), count=listener.getsockname()[1]))
    config = uvicorn.Config(make_app(shelf), ws="none", access_log=False, server_header=False, log_level="warning")
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main(*sys.argv[1:])
