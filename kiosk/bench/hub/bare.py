"""The yardstick of the hub: `python -m kiosk.bench.hub.bare ADDRESS`, the framework and the driver and nothing between.

It takes the same requests to the same database, and before it answers has the same rows on disk. It asks nothing that
the rows do not need: not whose the token is, nor whether the tap came before, nor what is left of the offer's budget.
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

from kiosk.bench.hub.rows import open_accounts, write_rows
from kiosk.bench.leash import end_with_input
from kiosk.bench.said import Said, say
from kiosk.hub.routes.bookmark import BookmarkIn
from kiosk.hub.serve import open_listener


def open_sqlite(file: str) -> Any:  # noqa: ANN401 - a connection of either driver
    """A connection as the hub's own: on disk when it commits."""
    connection = sqlite3.connect(file, timeout=10, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")  # one of these four
    return connection


def open_postgresql(url: str) -> Any:  # noqa: ANN401 - as above
    """A connection that is on disk when it commits, as PostgreSQL is by itself."""
    import psycopg  # noqa: PLC0415 - only where it is measured

    return psycopg.connect(url, autocommit=True)


class Shelf:
    """Keeps bookmarks in a hub's database, over a connection of each thread's own."""

    def __init__(self, url: str) -> None:
        self._is_file = url.startswith("sqlite:///")
        self._connect: Callable[[], Any] = (
            (lambda: open_sqlite(url.removeprefix("sqlite:///"))) if self._is_file else (lambda: open_postgresql(url))
        )
        self._own = threading.local()

    def __del__(self) -> None:
        """Close the connection of the thread that lets go of it; those of others go with their threads."""
        if hasattr(self._own, "line"):
            self._own.line.close()

    def lay_out(self) -> None:
        """Have ready what the hub makes at an offer's first tap."""
        self._run_all(open_accounts)

    def keep(self, body: BookmarkIn, token: str) -> None:
        """All rows of this tap, or none."""
        self._run_all(lambda run: write_rows(run, body, token))

    def _run_all(self, act: Callable[[Callable[..., Any]], None]) -> None:
        if not hasattr(self._own, "line"):
            self._own.line = self._connect()
        cursor = self._own.line.cursor()

        def run(statement: str, *values: object) -> Any:  # noqa: ANN401 - a row of either driver
            cursor.execute(statement if self._is_file else statement.replace("?", "%s"), values)
            return cursor.fetchone() if cursor.description else None

        # Two taps of one member at once would open two conversations: one writer at a time, on either database.
        cursor.execute("BEGIN IMMEDIATE" if self._is_file else "BEGIN; SELECT pg_advisory_xact_lock(1)")
        act(run)
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
