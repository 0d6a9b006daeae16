"""Gets out of an outbox that was set aside what a damaged disk still gives: whoever was told "saved" is served."""

import os
import sqlite3
import stat
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import TypeAlias
from urllib.parse import quote

from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import Outbox, read_body
from kiosk.contract.bookmark import Bookmark
from kiosk.poller import Poller
from kiosk.worker import Worker

LIFE_S = 30 * 24 * 3600.0
"""For so long a damaged file is kept, for somebody who knows more of disks: it holds hashes of cards, too."""
LOOK_S = 60.0
PATIENCE_S = 3600.0
"""So long one look may take: of a million bookmarks each is written on its own."""
MOST_FAILURES = 20_000
"""Looks into a file in vain, after which there is nothing to be had of it any more."""
_LAST = 2**62
"""Beyond any sequence that an outbox came to."""
_PAGE = 4096
_SIZE_IN_PAGES = slice(28, 32)
"""Bytes of SQLite's page, and where in the first one the size of the file stands."""

_SELECT = (  # what was written before there was a checksum could be anything by now
    "SELECT sequence, coalesce(CAST(body AS BLOB), x''), CAST(crc AS INTEGER) FROM bookmark"
    " WHERE sequence BETWEEN ? AND ? AND crc IS NOT NULL ORDER BY sequence LIMIT 100"
)

Range: TypeAlias = tuple[int, int]


class Salvage:
    """A supervised thread that puts what damaged outboxes beside this one still hold into this one.

    `path` is the outbox's own; `now` is the time as the file system has it, in seconds. A file is read once to its end
    and is called `<name>.salvaged-<n>` from then on; it goes after `LIFE_S`, read or not. What was delivered before the
    damage may be sent once more: the loyalty API knows it by its id.
    """

    def __init__(self, outbox: Outbox, path: Path, now: Callable[[], float], nudge: Callable[[], None]) -> None:
        self._outbox = outbox
        self._path = path
        self._now = now
        self._nudge = nudge
        self._poller = Poller("salvage", self.look, LOOK_S, patience_s=PATIENCE_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin; returns at once."""
        self._poller.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Finish the bookmark under way; the rest of its file is read anew at the next start."""
        self._poller.stop(timeout_s)

    def look(self) -> float:
        """Read every file that was set aside, and let go of the old ones; seconds until the next look.

        Raises `BookmarkNotSaved` where the disk takes nothing now; all of that file is read at the next look.
        """
        for file in self._list("broken"):
            for bookmark in read_bookmarks(file):
                self._outbox.save(bookmark)
            self._nudge()
            _rename(file, file.with_name(file.name.replace(".broken-", ".salvaged-")))
        for file in self._list("salvaged"):
            if self._now() - file.stat().st_mtime > LIFE_S:
                for part in _list_parts(file):
                    part.unlink()
        return LOOK_S

    def _list(self, state: str) -> Sequence[Path]:
        found = self._path.parent.glob(f"{self._path.name}.{state}-*")
        files = sorted(file for file in found if not file.name.endswith(("-wal", "-shm")))
        return [file for file in files if all(map(_is_plain, _list_parts(file)))]


def read_bookmarks(file: Path) -> Generator[Bookmark]:
    """Those in the file that are what was written, some of them twice; whatever lies between damaged places is found.

    The first page tells where all else lies, and all new outboxes begin with the same: so it is read with that of a new
    one, too. Raises `OSError`, `DatabaseUnusable`: there is no room for that.
    """
    yield from _read_file(file)
    with TemporaryDirectory(prefix="salvage-", dir=file.parent) as folder:
        yield from _read_file(_replace_first_page(file, Path(folder)))


def _replace_first_page(file: Path, folder: Path) -> Path:
    """A copy with its log, in this folder.

    Source: "Database File Format", sqlite.org/fileformat2.html, 1.3.7: the file's size in pages.
    """
    fresh = Database(folder / "fresh.db")
    fresh.run(lambda _: None)
    fresh.close()
    first = bytearray(fresh.path.read_bytes()[:_PAGE])
    first[_SIZE_IN_PAGES] = (file.stat().st_size // _PAGE).to_bytes(4, "big")
    for part in _list_parts(file):
        copy(part, folder)
    mended = folder / file.name
    with mended.open("r+b") as content:
        content.write(first)
    return mended


def _read_file(file: Path) -> Generator[Bookmark]:
    failures = 0
    todo: list[Range] = [(1, _LAST)]
    with suppress(sqlite3.Error), closing(_open_to_read(file)) as connection:
        while todo and failures < MOST_FAILURES:
            first, last = todo.pop()
            try:
                rows = connection.execute(_SELECT, (first, last)).fetchall()
            except (sqlite3.Error, UnicodeDecodeError):
                failures += 1
                todo += _halve(first, last)
                continue
            if rows:
                todo.append((rows[-1][0] + 1, last))
            yield from filter(None, (read_body(body, crc) for _, body, crc in rows))


def _halve(first: int, last: int) -> list[Range]:
    """The two halves, the later one first; a range of one holds what cannot be read."""
    middle = (first + last) // 2
    return [(middle + 1, last), (first, middle)] if first < last else []


def _open_to_read(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)


def _list_parts(file: Path) -> list[Path]:
    """It last, so that what is left of a step that was cut short is found at the next look."""
    return [part for ending in ("-wal", "-shm", "") if os.path.lexists(part := file.with_name(file.name + ending))]


def _is_plain(file: Path) -> bool:
    """Whether it is a file, as any of an outbox is: a pipe would be waited for, and a link lead elsewhere."""
    return stat.S_ISREG(file.lstat().st_mode)


def _rename(file: Path, to: Path) -> None:
    """With its log; it counts as changed now, for its life begins."""
    for part in _list_parts(file):
        part.rename(to.with_name(to.name + part.name.removeprefix(file.name)))
    to.touch()
