import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import BookmarkNotSaved, BookmarkUnknown, Count, Letter, Outbox
from tests.doubles.taps import TAPPED_AT, fill_with_noise, make_bookmark, save_bookmarks

FULL_DISK = """
import resource, sys
from pathlib import Path
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import BookmarkNotSaved, Outbox
from tests.doubles.taps import make_bookmark

limit = 2_000_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
outbox = Outbox(Database(Path(sys.argv[1])))
saved = 0
try:
    for number in range(10_000):
        outbox.save(make_bookmark(number))
        saved += 1
except BookmarkNotSaved:
    print(saved)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
outbox.save(make_bookmark(saved))
"""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "outbox.db")
    yield database
    database.close()


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


def list_waiting(outbox: Outbox) -> list[str]:
    return [waiting.bookmark.id for waiting in outbox.list_next(0, 100)]


def test_what_is_saved_comes_back_as_it_was(outbox: Outbox) -> None:
    outbox.save(make_bookmark(1))
    [waiting] = outbox.list_next(0, 1)
    assert make_bookmark(1) == waiting.bookmark


def test_rows_come_in_the_order_of_their_taps(outbox: Outbox) -> None:
    save_bookmarks(outbox, range(3, 0, -1))
    assert list_waiting(outbox) == ["b-3", "b-2", "b-1"]


def test_a_clock_set_back_changes_no_order(outbox: Outbox) -> None:
    outbox.save(make_bookmark(1))
    outbox.save(msgspec.structs.replace(make_bookmark(2), tapped_at=TAPPED_AT - timedelta(days=3650)))
    outbox.save(msgspec.structs.replace(make_bookmark(3), tapped_at=TAPPED_AT + timedelta(days=3650)))
    assert list_waiting(outbox) == ["b-1", "b-2", "b-3"]


def test_saving_twice_keeps_one(outbox: Outbox) -> None:
    outbox.save(make_bookmark(1))
    outbox.save(make_bookmark(1))
    assert Count(waiting=1, dead=0) == outbox.count()


def test_saving_again_what_was_delivered_sends_nothing_again(outbox: Outbox) -> None:
    outbox.save(make_bookmark(1))
    [waiting] = outbox.list_next(0, 1)
    outbox.forget(waiting)
    outbox.save(make_bookmark(1))
    assert Count(waiting=0, dead=0) == outbox.count()


def test_nothing_of_a_delivered_bookmark_but_its_id_stays_on_disk(outbox: Outbox, database: Database) -> None:
    outbox.save(make_bookmark(7))
    [waiting] = outbox.list_next(0, 1)
    outbox.forget(waiting)
    database.close()
    content = database.path.read_bytes()
    assert waiting.bookmark.credential.value.encode() not in content
    assert b"b-7" in content


def test_a_dead_letter_that_was_taken_at_last_leaves_nothing_in_the_log(outbox: Outbox, tmp_path: Path) -> None:
    outbox.save(make_bookmark(7))
    outbox.bury(1, "offer_unknown")
    outbox.retry()
    [waiting] = outbox.list_next(0, 1)
    outbox.forget(waiting)

    card = waiting.bookmark.credential.value.encode()
    assert [file.name for file in tmp_path.iterdir() if card in file.read_bytes()] == []


def test_a_dead_letter_stays_with_its_reason_until_it_is_sent_again(outbox: Outbox) -> None:
    save_bookmarks(outbox, range(1, 3))
    outbox.bury(1, "offer_unknown")
    assert Count(waiting=1, dead=1) == outbox.count()
    assert [letter.dead_code for letter in outbox.list_letters()] == ["offer_unknown", None]

    assert outbox.retry() == 1
    assert list_waiting(outbox) == ["b-2", "b-1"]


def test_only_the_named_dead_letters_are_sent_again(outbox: Outbox) -> None:
    save_bookmarks(outbox, range(1, 4))
    for sequence in (1, 2):
        outbox.bury(sequence, "http_400")
    assert outbox.retry({"b-2", "b-3"}) == 1
    assert list_waiting(outbox) == ["b-3", "b-2"]


def test_an_unknown_id_is_named_and_nothing_is_sent_again(outbox: Outbox) -> None:
    save_bookmarks(outbox, range(1, 2))
    outbox.bury(1, "http_400")
    with pytest.raises(BookmarkUnknown, match="b-9 is not in the outbox"):
        outbox.retry(["b-1", "b-9"])
    assert Count(waiting=0, dead=1) == outbox.count()


@pytest.mark.parametrize(
    "noise", [b"\xff", b'{"id": "b-1\xff"}', msgspec.json.encode(make_bookmark(1))[:-1] + b', "x": ' + b"[" * 100_000]
)
def test_a_row_that_cannot_be_read_becomes_a_dead_letter_and_blocks_nothing(
    outbox: Outbox, database: Database, noise: bytes
) -> None:
    save_bookmarks(outbox, range(1, 3))
    fill_with_noise(database, noise)
    assert list_waiting(outbox) == ["b-2"]
    assert Letter("b-1", "?", "?", "unreadable") == outbox.list_letters()[0]


def test_a_row_of_which_a_disk_made_another_bookmark_is_none(outbox: Outbox, database: Database) -> None:
    save_bookmarks(outbox, range(1, 3))
    fill_with_noise(database, msgspec.json.encode(make_bookmark(1, offer="coats")))
    assert list_waiting(outbox) == ["b-2"]
    assert outbox.retry() == 1
    assert list_waiting(outbox) == ["b-2"]


def test_many_that_were_delivered_are_forgotten_at_once(outbox: Outbox) -> None:
    save_bookmarks(outbox, range(3))
    outbox.forget(*outbox.list_next(0, 3))
    save_bookmarks(outbox, range(3))
    assert Count(waiting=0, dead=0) == outbox.count()


def test_what_waits_and_what_is_dead_is_counted_whatever_becomes_of_it(outbox: Outbox) -> None:
    save_bookmarks(outbox, range(1, 6))
    save_bookmarks(outbox, range(1, 6))
    for sequence in (1, 1, 2):
        outbox.bury(sequence, "http_400")
    [waiting] = outbox.list_next(0, 1)
    outbox.forget(waiting)
    assert Count(waiting=2, dead=2) == outbox.count()
    outbox.retry(["b-1"])
    assert Count(waiting=3, dead=1) == outbox.count()


def test_a_count_that_a_disk_lost_is_made_anew(outbox: Outbox, database: Database) -> None:
    save_bookmarks(outbox, range(3))
    outbox.bury(1, "offer_unknown")
    database.run(lambda connection: connection.execute("DELETE FROM tally"))

    assert outbox.count() == Count(waiting=2, dead=1)
    save_bookmarks(outbox, range(3, 4))
    assert outbox.count() == Count(waiting=3, dead=1)


def test_a_letter_shows_no_credential(outbox: Outbox) -> None:
    outbox.save(make_bookmark(1))
    assert [Letter("b-1", "boots", "2026-11-22T09:00:00.000+00:00", None)] == outbox.list_letters()


def test_a_full_disk_refuses_the_tap_and_loses_none_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    child = subprocess.run(  # noqa: S603 # our own interpreter with our own text
        [sys.executable, "-c", FULL_DISK, str(path)],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
    )
    saved = int(child.stdout)
    assert 10 < saved < 10_000
    # The one more is that which was saved after there was room again.
    assert [f"b-{number}" for number in range(saved + 1)] == list_waiting(Outbox(Database(path)))


def test_a_bookmark_that_cannot_be_kept_is_said_so_without_naming_anyone(tmp_path: Path) -> None:
    outbox = Outbox(Database(tmp_path))
    with pytest.raises(BookmarkNotSaved) as refusal:
        outbox.save(make_bookmark(1))
    assert make_bookmark(1).credential.value not in str(refusal.value)


def test_the_card_of_the_last_tap_is_kept_with_its_bookmark_and_stays_when_that_is_gone(outbox: Outbox) -> None:
    assert outbox.find_last_card() is None
    outbox.save(make_bookmark(1), "first")
    outbox.save(make_bookmark(2), "second")
    outbox.save(make_bookmark(3))
    for _ in range(3):
        [waiting] = outbox.list_next(0, 1)
        outbox.forget(waiting)
    assert outbox.find_last_card() == "second"


def test_the_card_of_the_last_tap_is_known_no_more_once_it_is_to_be_forgotten(outbox: Outbox, tmp_path: Path) -> None:
    outbox.save(make_bookmark(1), "the-card")
    outbox.forget_last_card()

    assert outbox.find_last_card() is None
    assert [file.name for file in tmp_path.iterdir() if b"the-card" in file.read_bytes()] == []
