"""How the courier forgets what it delivered of a long line: many at once, for each write waits for the disk."""

from pathlib import Path

import pytest

from kiosk.bookmarks.courier import BATCH, LONGEST_BATCH_S
from kiosk.bookmarks.outbox import Count
from kiosk.core.events import BookmarkAnswered
from tests.bookmarks.test_courier import Round
from tests.doubles.taps import make_answer, make_bookmark, save_bookmarks


@pytest.fixture
def walk(tmp_path: Path) -> Round:
    return Round(tmp_path)


def test_of_a_backlog_many_are_forgotten_at_once_and_all_are_answered_in_their_order(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(BATCH + 3))
    walk.now = 100.0
    walk.courier.step()
    for _ in range(BATCH - 1):
        walk.courier.step()
    assert walk.settled == 1
    for _ in range(3):
        walk.courier.step()
    assert walk.settled == 3
    assert [BookmarkAnswered(make_answer(make_bookmark(number))) for number in range(BATCH + 3)] == walk.posted.read()
    assert Count(waiting=0, dead=0) == walk.outbox.count()


def test_of_a_slow_backlog_nobody_waits_long_for_the_others(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(5))
    for _ in range(4):
        walk.now += LONGEST_BATCH_S
        walk.courier.step()
    assert walk.settled == 4


def test_what_was_delivered_is_forgotten_at_the_end_even_amid_a_backlog(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(3))
    walk.courier.start()
    walk.sent.wait_for("b-0")
    walk.courier.stop()
    assert walk.outbox.count().waiting == 3 - sum(name.startswith("b-") for name in walk.sent.read())
