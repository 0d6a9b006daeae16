"""The bookmarks that the loyalty API does not have yet, on disk: whatever happens, each is sent, and once."""

import sqlite3
from collections.abc import Collection

import msgspec
from msgspec import Struct

from kiosk.bookmarks.database import Database
from kiosk.contract.bookmark import Bookmark
from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.errors import KioskError

TOMBSTONES = 10_000
"""So many delivered ids are remembered; a repeated save comes within seconds, not after so many taps."""

UNREADABLE = "unreadable"
"""Why a row died that is on disk but is no bookmark any more."""


class BookmarkNotSaved(KioskError):
    """The bookmark is not on disk: the shopper must be told so."""


class BookmarkUnknown(KioskError):
    """A person named a bookmark that is not here, or not any more."""

    def __init__(self, id_: str) -> None:
        super().__init__(f"{id_} is not in the outbox")


class Waiting(Struct, frozen=True):
    """A row that is to be sent; a lower sequence was tapped earlier."""

    sequence: int
    bookmark: Bookmark


class Count(Struct, frozen=True):
    """How many bookmarks wait to be sent, and how many are dead letters."""

    waiting: int
    dead: int


class Letter(Struct, frozen=True):
    """A row as a person may see it: no credential; `dead_code` is `None` while it waits."""

    id: str
    offer: str
    tapped_at: str
    dead_code: str | None


class Outbox:
    """Bookmarks in the order of their taps. Safe to use from any thread.

    Every method but `save` raises what `Database.run` raises.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, bookmark: Bookmark, card: str | None = None) -> None:
        """Keep it, and that this card made the last tap; on disk on return.

        Saving an id again changes nothing. Raises `BookmarkNotSaved`.
        """
        body = msgspec.json.encode(bookmark)

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO bookmark (id, body) SELECT :id, :body"
                " WHERE NOT EXISTS (SELECT 1 FROM delivered WHERE id = :id) ON CONFLICT (id) DO NOTHING",
                {"id": bookmark.id, "body": body},
            )
            if card is not None:
                connection.execute("INSERT OR REPLACE INTO last_tap (only, card) VALUES (1, ?)", (card,))

        try:
            self._database.run(insert)
        except KioskError as error:
            raise BookmarkNotSaved(str(error)) from error

    def find_last_card(self) -> str | None:
        """The card of the last tap that was kept; `None`: there was none, or no way to know it again."""
        row: tuple[str] | None = self._database.run(
            lambda connection: connection.execute("SELECT card FROM last_tap").fetchone()
        )
        return row[0] if row else None

    def find_next(self, after: int) -> Waiting | None:
        """The first waiting row beyond the sequence `after`; a row that cannot be read dies on the way."""
        while row := self._find_row(after):
            sequence, body = row
            try:
                return Waiting(sequence, msgspec.json.decode(body, type=Bookmark))
            except JSON_FLAWS:
                self.bury(sequence, UNREADABLE)
        return None

    def forget(self, waiting: Waiting) -> None:
        """It was delivered: only its id stays, for a while."""

        def move(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM bookmark WHERE sequence = ?", (waiting.sequence,))
            connection.execute("INSERT INTO delivered (id) VALUES (?) ON CONFLICT DO NOTHING", (waiting.bookmark.id,))
            connection.execute(
                "DELETE FROM delivered WHERE sequence <= (SELECT max(sequence) FROM delivered) - ?", (TOMBSTONES,)
            )

        self._database.run(move)

    def bury(self, sequence: int, code: str) -> None:
        """Make it a dead letter, kept with its reason until `retry`."""
        self._database.run(
            lambda connection: connection.execute(
                "UPDATE bookmark SET dead_code = ? WHERE sequence = ?", (code, sequence)
            )
        )

    def retry(self, ids: Collection[str] | None = None) -> int:
        """Let dead letters wait again, behind all others; `None` means all. How many they were.

        Raises `BookmarkUnknown` for an id that is neither dead nor waiting, and changes nothing then.
        """

        def revive(connection: sqlite3.Connection) -> int:
            for id_ in ids or ():
                if not connection.execute("SELECT 1 FROM bookmark WHERE id = ?", (id_,)).fetchone():
                    raise BookmarkUnknown(id_)
            dead = connection.execute(
                "SELECT sequence, id, body FROM bookmark WHERE dead_code IS NOT NULL ORDER BY sequence"
            ).fetchall()
            chosen = [row for row in dead if ids is None or row[1] in ids]
            # A new sequence, since a courier never looks back at those that it has passed.
            connection.executemany("DELETE FROM bookmark WHERE sequence = ?", [row[:1] for row in chosen])
            connection.executemany("INSERT INTO bookmark (id, body) VALUES (?, ?)", [row[1:] for row in chosen])
            return len(chosen)

        return self._database.run(revive)

    def count(self) -> Count:
        """How many wait and how many are dead."""

        def count_rows(connection: sqlite3.Connection) -> Count:
            waiting = connection.execute("SELECT count(*) FROM bookmark WHERE dead_code IS NULL").fetchone()
            dead = connection.execute("SELECT count(*) FROM bookmark WHERE dead_code IS NOT NULL").fetchone()
            return Count(waiting[0], dead[0])

        return self._database.run(count_rows)

    def list_letters(self) -> list[Letter]:
        """All rows in the order of their taps, without their credentials."""
        rows = self._database.run(
            lambda connection: connection.execute(
                "SELECT id, body, dead_code FROM bookmark ORDER BY sequence"
            ).fetchall()
        )
        return [_describe(*row) for row in rows]

    def _find_row(self, after: int) -> tuple[int, bytes] | None:
        rows: list[tuple[int, bytes]] = self._database.run(
            lambda connection: connection.execute(
                "SELECT sequence, body FROM bookmark WHERE dead_code IS NULL AND sequence > ?"
                " ORDER BY sequence LIMIT 1",
                (after,),
            ).fetchall()
        )
        return rows[0] if rows else None


def _describe(id_: str, body: bytes, dead_code: str | None) -> Letter:
    try:
        bookmark = msgspec.json.decode(body, type=Bookmark)
    except JSON_FLAWS:
        return Letter(id_, "?", "?", dead_code)
    return Letter(id_, bookmark.offer, bookmark.tapped_at.isoformat(timespec="milliseconds"), dead_code)
