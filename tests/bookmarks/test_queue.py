from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.backoff import Backoff
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import Outbox, Waiting
from kiosk.bookmarks.queue import PATIENCE, READ_AHEAD, Queue
from kiosk.contract.answer import Again
from tests.doubles.notebook import FaultBook
from tests.doubles.taps import make_bookmark, save_bookmarks

HERE = Again("http_500")
EVERYWHERE = Again("unreachable", everyone=True)


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(Database(tmp_path / "outbox.db"))


@pytest.fixture
def queue(outbox: Outbox) -> Queue:
    return Queue(outbox, Backoff(chance=lambda: 1.0))


def take(queue: Queue, now: float) -> Waiting:
    waiting = queue.take(now)
    assert waiting is not None
    return waiting


def test_the_earliest_goes_first(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(3))
    assert [take(queue, 0).bookmark.id for _ in range(3)] == ["b-0", "b-1", "b-2"]
    assert queue.take(0) is None


def test_a_row_that_always_fails_never_blocks_those_behind_it(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(2))
    poison = take(queue, 0)
    queue.postpone(poison, HERE, 0)
    queue.slow_down(HERE, 0)
    assert make_bookmark(1) == take(queue, 0).bookmark
    assert queue.next_due() == 1.0
    assert poison == queue.take(1.0)


def test_of_one_member_the_next_is_taken_once_the_one_before_is_settled(outbox: Outbox, queue: Queue) -> None:
    credential = make_bookmark(0).credential
    for number in range(3):
        outbox.save(replace(make_bookmark(number), credential=credential))
    for number in range(3):
        waiting = take(queue, 0)
        assert waiting.bookmark.id == f"b-{number}"
        assert queue.take(0) is None
        queue.settle(waiting)
        queue.settle(waiting)
    assert queue.take(10_000) is None


def test_of_those_who_wait_for_one_member_no_more_are_in_memory_than_may_be(
    outbox: Outbox, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.bookmarks.queue.MOST_BEHIND", 2)
    credential = make_bookmark(0).credential
    for number in range(4):
        outbox.save(replace(make_bookmark(number), credential=credential))
    save_bookmarks(outbox, range(4, 5))
    for _ in range(2):
        hers = take(queue, 0)
        assert queue.take(0) is None
        queue.settle(hers)
    assert [take(queue, 0).bookmark.id for _ in range(2)] == ["b-2", "b-4"]


def test_what_is_tapped_after_a_damaged_file_was_begun_anew_is_sent_and_nothing_of_it_forgotten(
    tmp_path: Path,
) -> None:
    database = Database(tmp_path / "outbox.db", FaultBook())
    outbox = Outbox(database)
    queue = Queue(outbox, Backoff(chance=lambda: 1.0))
    save_bookmarks(outbox, range(3))
    before = [take(queue, 0) for _ in range(3)]
    database.close()
    (tmp_path / "outbox.db").write_bytes(b"damaged" * 1000)
    save_bookmarks(outbox, range(10, 12))
    outbox.forget(*before)
    assert [take(queue, 0).bookmark.id for _ in range(2)] == ["b-10", "b-11"]


def test_more_rows_than_are_read_at_once_come_in_their_order(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(READ_AHEAD + 2))
    assert [take(queue, 0).sequence for _ in range(READ_AHEAD + 2)] == list(range(1, READ_AHEAD + 3))


def test_several_under_way_that_fail_together_are_one_trouble(queue: Queue) -> None:
    for _ in range(3):
        queue.slow_down(EVERYWHERE, 0)
    assert queue.is_open(1.0)


def test_each_failure_of_a_row_makes_its_wait_longer(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(1))
    for now, due in ((0.0, 1.0), (1.0, 3.0), (3.0, 7.0)):
        queue.postpone(take(queue, now), HERE, now)
        assert due == queue.next_due()
        assert queue.take(due - 0.1) is None


def test_a_row_waits_as_long_as_the_server_asked(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(1))
    queue.postpone(take(queue, 0), Again("http_409", after=90), 0)
    assert queue.take(89) is None
    assert queue.take(90) is not None


def test_a_server_in_trouble_is_left_alone_by_all(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(2))
    queue.postpone(take(queue, 0), EVERYWHERE, 0)
    queue.slow_down(EVERYWHERE, 0)
    assert not queue.is_open(0.9)
    assert queue.take(0.9) is None
    assert queue.is_open(1.0)
    assert take(queue, 1.0).bookmark.id == "b-0"


def test_many_different_failures_in_a_row_count_as_a_server_in_trouble(queue: Queue) -> None:
    for _ in range(PATIENCE):
        queue.slow_down(HERE, 0)
    assert queue.is_open(0)
    queue.slow_down(HERE, 0)
    assert not queue.is_open(0)


def test_when_the_server_is_back_those_who_waited_for_it_go_in_the_old_order(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(3))
    for now in (0, 1):
        queue.postpone(take(queue, now), Again("http_503", after=1000, everyone=True), now)
    assert take(queue, 20).bookmark.id == "b-2"
    queue.rejoice(20)
    assert take(queue, 20).bookmark.id == "b-0"


def test_who_failed_alone_keeps_waiting_when_the_server_is_back(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(1))
    queue.postpone(take(queue, 0), Again("http_409", after=100), 0)
    queue.rejoice(1)
    assert queue.take(2) is None


def test_whoever_failed_is_due_at_once_when_others_find_the_server_back(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(2))
    for failure in (HERE, EVERYWHERE):
        queue.postpone(take(queue, 0), failure, 0)
        queue.slow_down(failure, 0)
    queue.relieve(0.1)
    assert [take(queue, 0.1).bookmark.id for _ in range(2)] == ["b-0", "b-1"]


def test_what_the_server_asked_for_is_kept_whatever_others_find(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(2))
    for failure in (Again("http_409", after=50), Again("http_503", after=20, everyone=True)):
        queue.postpone(take(queue, 0), failure, 0)
        queue.slow_down(failure, 0)
    queue.relieve(1)
    assert not queue.is_open(19)
    assert queue.is_open(20)
    second = take(queue, 20)
    assert second.bookmark.id == "b-1"
    queue.settle(second)
    assert queue.take(49) is None


def test_a_settled_row_never_comes_again(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(1))
    waiting = take(queue, 0)
    outbox.forget(waiting)
    queue.settle(waiting)
    assert queue.take(10_000) is None
    assert queue.next_due() is None


def test_a_row_whose_fate_nobody_noted_comes_again(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(1))
    waiting = take(queue, 0)
    assert waiting == queue.take(1.0)


def test_a_pause_is_never_shortened(queue: Queue) -> None:
    queue.pause(60)
    queue.pause(10)
    assert not queue.is_open(59)


def test_after_a_start_all_is_due_at_once(outbox: Outbox, queue: Queue) -> None:
    save_bookmarks(outbox, range(1))
    queue.postpone(take(queue, 0), Again("http_503", after=3600, everyone=True), 0)
    assert Queue(outbox, Backoff(chance=lambda: 1.0)).take(0) is not None


def test_it_has_more_while_one_is_due_and_the_server_may_be_bothered(outbox: Outbox, queue: Queue) -> None:
    assert not queue.has_more(0)
    save_bookmarks(outbox, range(2))
    first = take(queue, 0)
    assert queue.has_more(0)
    queue.postpone(first, HERE, 0)
    queue.settle(take(queue, 0))
    assert [queue.has_more(now) for now in (0, 1)] == [False, True]
    queue.pause(5)
    assert not queue.has_more(1)
