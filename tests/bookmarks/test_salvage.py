import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import BookmarkNotSaved, Outbox
from kiosk.bookmarks.salvage import LIFE_S, Salvage
from kiosk.contract.bookmark import Bookmark
from tests.doubles.notebook import FaultBook
from tests.doubles.taps import make_bookmark

MANY = 60
PAGE = 4096


class Shore:
    """An outbox that was set aside, the new one, and the salvage between them; `now` is what its clock says."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "outbox.db"
        self.aside = folder / "outbox.db.broken-1"
        self.read = folder / "outbox.db.salvaged-1"
        self.outbox = Outbox(Database(self.file, FaultBook()))
        self.now = 0.0
        self.nudges = 0
        self.salvage = Salvage(self.outbox, self.file, lambda: self.now, self._nudge)

    def list_ids(self) -> list[str]:
        return [letter.id for letter in self.outbox.list_letters()]

    def _nudge(self) -> None:
        self.nudges += 1


@pytest.fixture
def shore(tmp_path: Path) -> Shore:
    return Shore(tmp_path)


def lay_aside(file: Path, *bookmarks: Bookmark) -> None:
    """What a screen wrote before its file was renamed."""
    database = Database(file)
    outbox = Outbox(database)
    for bookmark in bookmarks:
        outbox.save(bookmark)
    database.close()


def spoil_page_of(file: Path, bookmark: Bookmark) -> None:
    content = bytearray(file.read_bytes())
    place = content.index(msgspec.json.encode(bookmark))
    content[place : place + 100] = b"\x5a" * 100
    content[place // PAGE * PAGE] = 0xFF
    file.write_bytes(content)


def alter(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


def test_all_but_what_is_damaged_comes_back_in_its_order(shore: Shore) -> None:
    lay_aside(shore.aside, *map(make_bookmark, range(MANY)))
    spoil_page_of(shore.aside, make_bookmark(MANY // 2))

    shore.salvage.look()

    back, all_ids = shore.list_ids(), [make_bookmark(number).id for number in range(MANY)]
    assert [id_ for id_ in all_ids if id_ in back] == back
    assert MANY - 30 <= len(back) < MANY
    assert shore.nudges == 1
    assert shore.read.exists()
    assert not shore.aside.exists()


@pytest.mark.parametrize("place", [0, 16, 28, 60, 100, 105, 4000])
def test_a_damaged_first_page_hides_nothing(shore: Shore, place: int) -> None:
    lay_aside(shore.aside, *map(make_bookmark, range(MANY)))
    with shore.aside.open("r+b") as content:
        content.seek(place)
        content.write(b"\xa5" * 16)

    shore.salvage.look()

    assert shore.list_ids() == [make_bookmark(number).id for number in range(MANY)]


def test_what_stands_in_the_log_alone_comes_back(shore: Shore) -> None:
    database = Database(shore.aside)
    Outbox(database).save(make_bookmark(1))
    assert shore.aside.with_name(f"{shore.aside.name}-wal").exists()

    shore.salvage.look()

    assert shore.list_ids() == [make_bookmark(1).id]
    database.close()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500])
def test_a_file_that_holds_nothing_is_looked_at_once(shore: Shore, content: bytes) -> None:
    shore.aside.write_bytes(content)

    shore.salvage.look()

    assert (shore.list_ids(), shore.read.read_bytes()) == ([], content)


@pytest.mark.parametrize(
    "harm",
    [
        "SET crc = crc + 1",
        "SET crc = NULL",
        "SET body = x'7b7d'",
        "SET body = CAST(replace(CAST(body AS TEXT), 'o', 'p') AS BLOB)",
    ],
)
def test_what_may_not_be_what_was_written_stays_where_it_is(shore: Shore, harm: str) -> None:
    lay_aside(shore.aside, make_bookmark(1), make_bookmark(2))
    alter(shore.aside, f"UPDATE bookmark {harm} WHERE sequence = 1")

    shore.salvage.look()

    assert shore.list_ids() == [make_bookmark(2).id]


def test_a_disk_that_takes_nothing_now_loses_nothing(shore: Shore, tmp_path: Path) -> None:
    lay_aside(shore.aside, make_bookmark(1))
    shore.file.mkdir()
    with pytest.raises(BookmarkNotSaved):
        shore.salvage.look()
    shore.file.rmdir()

    shore.salvage.look()
    shore.salvage.look()

    assert shore.list_ids() == [make_bookmark(1).id]
    assert sorted(path.name for path in tmp_path.glob("*.broken-*")) == []


def test_what_is_in_the_new_outbox_already_counts_once(shore: Shore) -> None:
    lay_aside(shore.aside, make_bookmark(1), make_bookmark(2))
    shore.outbox.save(make_bookmark(1))

    shore.salvage.look()

    assert shore.list_ids() == [make_bookmark(1).id, make_bookmark(2).id]


def test_a_damaged_file_goes_after_its_life_with_all_its_parts(shore: Shore, tmp_path: Path) -> None:
    lay_aside(shore.aside, make_bookmark(1))
    shore.aside.with_name(f"{shore.aside.name}-wal").touch()
    shore.salvage.look()
    os.utime(shore.read, (0, 0))

    shore.now = LIFE_S
    shore.salvage.look()
    assert shore.read.exists()

    shore.now = LIFE_S + 1
    shore.salvage.look()
    assert list(tmp_path.glob("outbox.db.*-*")) == []


def test_a_screen_with_a_damaged_outbox_gets_its_bookmarks_back_by_itself(shore: Shore) -> None:
    lay_aside(shore.file, make_bookmark(1), make_bookmark(2))
    alter(shore.file, "DROP TABLE tally")
    assert shore.outbox.count().waiting == 0, "the damaged one is set aside"

    shore.salvage.look()

    assert shore.list_ids() == [make_bookmark(1).id, make_bookmark(2).id]


def _lay_pipe(path: Path) -> None:
    os.mkfifo(path)


def _lay_link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("state", ["broken", "salvaged"])
@pytest.mark.parametrize("ending", ["", "-wal"])
@pytest.mark.parametrize("lay", [_lay_pipe, _lay_link, Path.mkdir])
def test_what_is_no_file_is_passed_over_and_holds_nothing_up(
    shore: Shore, state: str, ending: str, lay: Callable[[Path], None]
) -> None:
    stray = shore.aside.with_name(f"outbox.db.{state}-2")
    if ending:
        lay_aside(stray, make_bookmark(2))
        stray.with_name(f"{stray.name}{ending}").unlink(missing_ok=True)
    lay(stray.with_name(f"{stray.name}{ending}"))
    lay_aside(shore.aside, make_bookmark(1))

    shore.salvage.look()

    assert shore.list_ids() == [make_bookmark(1).id]
    assert os.path.lexists(stray.with_name(f"{stray.name}{ending}"))
