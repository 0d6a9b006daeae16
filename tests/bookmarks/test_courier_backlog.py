"""A long line: several exchanges are under way at once, and what was delivered is forgotten many at once.

Each write waits for the disk.
"""

import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.bookmarks.courier import BATCH, HANDS, LONGEST_BATCH_S
from kiosk.bookmarks.outbox import Count
from kiosk.bookmarks.queue import TOKEN_PAUSE_S
from kiosk.contract.answer import Again, Answer, Refused
from kiosk.core.events import BookmarkAnswered
from tests.bookmarks.test_courier import Round
from tests.doubles.notebook import Notebook
from tests.doubles.taps import make_answer, make_bookmark, save_bookmarks

DEADLINE_S = 20


@pytest.fixture
def walk(tmp_path: Path) -> Round:
    return Round(tmp_path)


def hurry(walk: Round, first: int) -> None:
    """Have it deliver so many, after which it takes as many at once as it has hands."""
    save_bookmarks(walk.outbox, range(first))
    while walk.courier.step() == 0.0:
        pass
    walk.sent = Notebook()


def test_a_server_that_is_well_gets_ever_more_at_once(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(3 * HANDS))
    rounds: list[int] = []
    while sum(rounds) < 3 * HANDS:
        walk.courier.step()
        rounds.append(len(walk.sent.read()) - sum(rounds))
    assert rounds == [1, 2, 4, HANDS, HANDS, 1]


def test_they_are_under_way_at_once(walk: Round) -> None:
    hurry(walk, 4)
    gate = threading.Barrier(HANDS)

    def meet() -> Answer:
        gate.wait(DEADLINE_S)
        return Again("http_500")

    for number in range(10, 10 + HANDS):
        walk.answers[f"b-{number}"] = meet
    save_bookmarks(walk.outbox, range(10, 10 + HANDS))
    walk.courier.step()
    assert len(walk.sent.read()) == HANDS


def test_of_one_member_one_is_under_way_and_they_are_booked_in_the_order_of_their_taps(walk: Round) -> None:
    hurry(walk, 4)
    credential = make_bookmark(10).credential
    for number in range(10, 15):
        walk.outbox.save(replace(make_bookmark(number), credential=credential))
    save_bookmarks(walk.outbox, range(15, 17))
    assert [len(walk.sent.read()) for _ in range(5) if walk.courier.step() == 0.0] == [3, 4, 5, 6, 7]
    assert [name for name in walk.sent.read() if name not in {"b-15", "b-16"}] == [f"b-{n}" for n in range(10, 15)]


def test_what_a_member_tapped_next_waits_for_what_failed_and_others_do_not(walk: Round) -> None:
    credential = make_bookmark(1).credential
    walk.answers["b-1"] = lambda: Again("http_500")
    for number in (1, 2):
        walk.outbox.save(replace(make_bookmark(number), credential=credential))
    save_bookmarks(walk.outbox, range(3, 4))
    assert [walk.courier.step() for _ in range(3)] == [0.0, 0.0, 1.0]
    assert walk.sent.read() == ["b-1", "b-3"]
    walk.answers.clear()
    walk.now = 1.0
    while walk.courier.step() == 0.0:
        pass
    assert walk.sent.read() == ["b-1", "b-3", "b-1", "b-2"]


def test_a_server_that_fails_several_at_once_is_troubled_once_and_then_gets_one(walk: Round) -> None:
    hurry(walk, 4)
    for number in range(10, 10 + HANDS):
        walk.answers[f"b-{number}"] = lambda: Again("unreachable", everyone=True)
    save_bookmarks(walk.outbox, range(10, 10 + HANDS))
    assert [walk.courier.step() for _ in range(2)] == [0.0, 1.0]
    walk.now = 1.0
    walk.courier.step()
    assert len(walk.sent.read()) == HANDS + 1


def test_a_token_refused_to_several_at_once_costs_one_dead_letter(walk: Round) -> None:
    hurry(walk, 4)
    for number in range(10, 10 + HANDS):
        walk.answers[f"b-{number}"] = lambda: Refused(401, "token_unknown")
    save_bookmarks(walk.outbox, range(10, 10 + HANDS))
    walk.courier.step()
    assert walk.outbox.count() == Count(waiting=HANDS - 1, dead=1)
    walk.answers.clear()
    walk.now = TOKEN_PAUSE_S
    while walk.courier.step() == 0.0:
        pass
    assert walk.outbox.count() == Count(waiting=0, dead=1)


def test_of_a_backlog_many_are_forgotten_at_once_and_all_are_answered_in_their_order(walk: Round) -> None:
    hurry(walk, 4)
    settled, answered = walk.settled, len(walk.posted.read())
    save_bookmarks(walk.outbox, range(10, 10 + BATCH + HANDS))
    while walk.courier.step() == 0.0:
        pass
    assert walk.settled == settled + 2
    expected = [BookmarkAnswered(make_answer(make_bookmark(number))) for number in range(10, 10 + BATCH + HANDS)]
    assert walk.posted.read()[answered:] == expected
    assert Count(waiting=0, dead=0) == walk.outbox.count()


def test_of_a_slow_backlog_nobody_waits_long_for_the_others(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(5))
    for rounds in range(1, 4):
        walk.now += LONGEST_BATCH_S
        walk.courier.step()
        assert walk.settled == rounds


def test_what_was_delivered_is_forgotten_at_the_end_even_amid_a_backlog(walk: Round) -> None:
    save_bookmarks(walk.outbox, range(3))
    walk.courier.start()
    walk.sent.wait_for("b-0")
    walk.courier.stop()
    assert walk.outbox.count().waiting == 3 - sum(name.startswith("b-") for name in walk.sent.read())
