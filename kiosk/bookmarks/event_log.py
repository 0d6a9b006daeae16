"""What the screen has to tell the loyalty API beside bookmarks: bounded, for it may be lost at need."""

import sqlite3
from collections.abc import Collection

import msgspec

from kiosk.bookmarks.database import Database
from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.json_flaws import JSON_FLAWS

KEPT = 100_000
BATCH = 100


class EventLog:
    """Events in the order in which they came; beyond `kept` the oldest go. Safe to use from any thread.

    Every method raises what `Database.run` raises.
    """

    def __init__(self, database: Database, kept: int = KEPT) -> None:
        self._database = database
        self._kept = kept

    def add(self, event: CloudEvent) -> None:
        """Keep it; adding an id again changes nothing while the first is here."""
        body = msgspec.json.encode(event)

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO event (id, body) VALUES (?, ?) ON CONFLICT (id) DO NOTHING", (event.id, body)
            )
            connection.execute(
                "DELETE FROM event WHERE sequence <= (SELECT max(sequence) FROM event) - ?", (self._kept,)
            )

        self._database.run(insert)

    def read_batch(self) -> tuple[int, list[CloudEvent]]:
        """Up to `BATCH` of the oldest events, with the sequence of the last; without any the list is empty."""
        rows = self._database.run(
            lambda connection: connection.execute(
                "SELECT sequence, body FROM event ORDER BY sequence LIMIT ?", (BATCH,)
            ).fetchall()
        )
        return (rows[-1][0], [event for _, body in rows if (event := _read(body))]) if rows else (0, [])

    def forget(self, up_to: int) -> None:
        """Drop all events up to this sequence: they were told, or nobody wants them."""
        self._database.run(lambda connection: connection.execute("DELETE FROM event WHERE sequence <= ?", (up_to,)))

    def erase(self, shoppers: Collection[str]) -> None:
        """Have nothing that names one of these shoppers, nor any trace of what did and is delivered."""
        names = [(msgspec.json.encode(shopper),) for shopper in shoppers]
        self._database.erase(lambda connection: connection.executemany("DELETE FROM event WHERE instr(body, ?)", names))


def _read(body: bytes) -> CloudEvent | None:
    try:
        return msgspec.json.decode(body, type=CloudEvent)
    except JSON_FLAWS:
        return None
