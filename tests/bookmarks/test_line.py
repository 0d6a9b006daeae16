from pathlib import Path

import pytest

from kiosk.bookmarks.backoff import Backoff
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.line import PATIENCE, Line
from kiosk.bookmarks.outbox import Outbox, Waiting
from kiosk.contract.answer import Again
from tests.doubles.taps import make_bookmark, save_bookmarks

HERE = Again("http_500")
EVERYWHERE = Again("unreachable", everyone=True)


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(Database(tmp_path / "outbox.db"))


@pytest.fixture
def line(outbox: Outbox) -> Line:
    return Line(outbox, Backoff(chance=lambda: 1.0))


def take(line: Line, now: float) -> Waiting:
    waiting = line.take(now)
    assert waiting is not None
    return waiting


def test_the_earliest_goes_first(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(3))
    assert [take(line, 0).bookmark.id for _ in range(3)] == ["b-0", "b-1", "b-2"]
    assert line.take(0) is None


def test_a_row_that_always_fails_never_blocks_those_behind_it(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(2))
    poison = take(line, 0)
    line.postpone(poison, HERE, 0)
    line.slow_down(HERE, 0)
    assert make_bookmark(1) == take(line, 0).bookmark
    assert line.next_due() == 1.0
    assert poison == line.take(1.0)


def test_each_failure_of_a_row_makes_its_wait_longer(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(1))
    for now, due in ((0.0, 1.0), (1.0, 3.0), (3.0, 7.0)):
        line.postpone(take(line, now), HERE, now)
        assert due == line.next_due()
        assert line.take(due - 0.1) is None


def test_a_row_waits_as_long_as_the_server_asked(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(1))
    line.postpone(take(line, 0), Again("http_409", after=90), 0)
    assert line.take(89) is None
    assert line.take(90) is not None


def test_a_server_in_trouble_is_left_alone_by_all(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(2))
    line.postpone(take(line, 0), EVERYWHERE, 0)
    line.slow_down(EVERYWHERE, 0)
    assert not line.is_open(0.9)
    assert line.take(0.9) is None
    assert line.is_open(1.0)
    assert take(line, 1.0).bookmark.id == "b-0"


def test_many_different_failures_in_a_row_count_as_a_server_in_trouble(line: Line) -> None:
    for _ in range(PATIENCE):
        line.slow_down(HERE, 0)
    assert line.is_open(0)
    line.slow_down(HERE, 0)
    assert not line.is_open(0)


def test_when_the_server_is_back_those_who_waited_for_it_go_in_the_old_order(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(3))
    for now in (0, 1):
        line.postpone(take(line, now), Again("http_503", after=1000, everyone=True), now)
    assert take(line, 20).bookmark.id == "b-2"
    line.rejoice(20)
    assert take(line, 20).bookmark.id == "b-0"


def test_who_failed_alone_keeps_waiting_when_the_server_is_back(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(1))
    line.postpone(take(line, 0), Again("http_409", after=100), 0)
    line.rejoice(1)
    assert line.take(2) is None


def test_whoever_failed_is_due_at_once_when_others_find_the_server_back(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(2))
    for failure in (HERE, EVERYWHERE):
        line.postpone(take(line, 0), failure, 0)
        line.slow_down(failure, 0)
    line.relieve(0.1)
    assert [take(line, 0.1).bookmark.id for _ in range(2)] == ["b-0", "b-1"]


def test_what_the_server_asked_for_is_kept_whatever_others_find(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(2))
    for failure in (Again("http_409", after=50), Again("http_503", after=20, everyone=True)):
        line.postpone(take(line, 0), failure, 0)
        line.slow_down(failure, 0)
    line.relieve(1)
    assert not line.is_open(19)
    assert line.is_open(20)
    second = take(line, 20)
    assert second.bookmark.id == "b-1"
    line.settle(second)
    assert line.take(49) is None


def test_a_settled_row_never_comes_again(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(1))
    waiting = take(line, 0)
    outbox.forget(waiting)
    line.settle(waiting)
    assert line.take(10_000) is None
    assert line.next_due() is None


def test_a_row_whose_fate_nobody_noted_comes_again(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(1))
    waiting = take(line, 0)
    assert waiting == line.take(1.0)


def test_a_pause_is_never_shortened(line: Line) -> None:
    line.pause(60)
    line.pause(10)
    assert not line.is_open(59)


def test_after_a_start_all_is_due_at_once(outbox: Outbox, line: Line) -> None:
    save_bookmarks(outbox, range(1))
    line.postpone(take(line, 0), Again("http_503", after=3600, everyone=True), 0)
    assert Line(outbox, Backoff(chance=lambda: 1.0)).take(0) is not None
