"""The bookmarks that the loyalty API does not have yet, on disk: whatever happens, each is sent, and once."""

import sqlite3
from collections.abc import Collection, Iterable
from zlib import crc32

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


_COUNT_ANEW = (
    "INSERT INTO tally SELECT 1, count(*) - count(dead_code), count(dead_code) FROM bookmark RETURNING waiting, dead"
)


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
                "INSERT INTO bookmark (id, body, crc) SELECT :id, :body, :crc"
                " WHERE NOT EXISTS (SELECT 1 FROM delivered WHERE id = :id) ON CONFLICT (id) DO NOTHING",
                {"id": bookmark.id, "body": body, "crc": crc32(body)},
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

    def list_next(self, after: int, most: int) -> list[Waiting]:
        """The first waiting rows beyond the sequence `after`; rows that cannot be read die on the way."""
        while rows := self._list_rows(after, most):
            found = [(sequence, read_body(body, crc)) for sequence, body, crc in rows]
            self._bury_all((sequence for sequence, bookmark in found if bookmark is None), UNREADABLE)
            readable = [Waiting(sequence, bookmark) for sequence, bookmark in found if bookmark]
            if readable:
                return readable
        return []

    def find_last(self) -> int:
        """The highest sequence that a row ever had here; it falls only where a damaged file was begun anew."""
        row: tuple[int] | None = self._database.run(
            lambda connection: connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'bookmark'").fetchone()
        )
        return row[0] if row else 0

    def forget(self, *delivered: Waiting) -> None:
        """They were delivered: only their ids stay, for a while. Of many at once each costs a fraction.

        Whose they were stands in the write-ahead log no more, either.
        """
        ids = [(waiting.bookmark.id,) for waiting in delivered]

        def move(connection: sqlite3.Connection) -> None:
            # Not by its sequence: a file that was begun anew meanwhile gives that to another.
            connection.executemany("DELETE FROM bookmark WHERE id = ?", ids)
            connection.executemany("INSERT INTO delivered (id) VALUES (?) ON CONFLICT DO NOTHING", ids)
            connection.execute(
                "DELETE FROM delivered WHERE sequence <= (SELECT max(sequence) FROM delivered) - ?", (TOMBSTONES,)
            )

        self._database.erase(move)

    def bury(self, sequence: int, code: str) -> None:
        """Make it a dead letter, kept with its reason until `retry`."""
        self._bury_all([sequence], code)

    def retry(self, ids: Collection[str] | None = None) -> int:
        """Let dead letters wait again, behind all others; `None` means all. How many they were.

        Raises `BookmarkUnknown` for an id that is neither dead nor waiting, and changes nothing then.
        """

        def revive(connection: sqlite3.Connection) -> int:
            for id_ in ids or ():
                if not connection.execute("SELECT 1 FROM bookmark WHERE id = ?", (id_,)).fetchone():
                    raise BookmarkUnknown(id_)
            dead = connection.execute(
                "SELECT sequence, id, body, crc FROM bookmark WHERE dead_code IS NOT NULL ORDER BY sequence"
            ).fetchall()
            chosen = [row for row in dead if ids is None or row[1] in ids]
            # A new sequence, since a courier never looks back at those that it has passed.
            connection.executemany("DELETE FROM bookmark WHERE sequence = ?", [row[:1] for row in chosen])
            connection.executemany("INSERT INTO bookmark (id, body, crc) VALUES (?, ?, ?)", [row[1:] for row in chosen])
            return len(chosen)

        return self._database.run(revive)

    def forget_last_card(self) -> None:
        """Know the card of the last tap no more, in the write-ahead log neither."""
        self._database.erase(lambda connection: connection.execute("DELETE FROM last_tap"))

    def count(self) -> Count:
        """How many wait and how many are dead."""
        return self._database.run(_count)

    def list_letters(self) -> list[Letter]:
        """All rows in the order of their taps, without their credentials."""
        rows = self._database.run(
            lambda connection: connection.execute(
                "SELECT id, body, crc, dead_code FROM bookmark ORDER BY sequence"
            ).fetchall()
        )
        return [_describe(*row) for row in rows]

    def _bury_all(self, sequences: Iterable[int], code: str) -> None:
        dying = [(code, sequence) for sequence in sequences]
        if dying:
            self._database.run(
                lambda connection: connection.executemany("UPDATE bookmark SET dead_code = ? WHERE sequence = ?", dying)
            )

    def _list_rows(self, after: int, most: int) -> list[tuple[int, bytes, int | None]]:
        return self._database.run(
            lambda connection: connection.execute(
                "SELECT sequence, body, crc FROM bookmark WHERE dead_code IS NULL AND sequence > ?"
                " ORDER BY sequence LIMIT ?",
                (after, most),
            ).fetchall()
        )


def read_body(body: bytes, crc: int | None) -> Bookmark | None:
    """What a row holds; `None`: it is not what was written, or no bookmark."""
    if crc is not None and crc32(body) != crc:
        return None
    try:
        return msgspec.json.decode(body, type=Bookmark)
    except JSON_FLAWS:
        return None


def _count(connection: sqlite3.Connection) -> Count:
    tally = connection.execute("SELECT waiting, dead FROM tally").fetchone()
    if tally is None:  # a disk lost it, and the bookmarks are all there
        tally = connection.execute(_COUNT_ANEW).fetchone()
    return Count(*tally)


def _describe(id_: str, body: bytes, crc: int | None, dead_code: str | None) -> Letter:
    bookmark = read_body(body, crc)
    if bookmark is None:
        return Letter(id_, "?", "?", dead_code)
    return Letter(id_, bookmark.offer, bookmark.tapped_at.isoformat(timespec="milliseconds"), dead_code)
