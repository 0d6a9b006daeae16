from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from kiosk.hub.turns import Turns
from tests.doubles.deadline import wait_until
from tests.hub.running import DEADLINE_S


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as pool:
        yield pool


def await_queue(turns: Turns, count: int) -> None:
    wait_until(lambda: turns.waiting == count)


def test_who_comes_first_goes_first(pool: ThreadPoolExecutor) -> None:
    turns, order = Turns(), list[int]()

    def take(number: int) -> None:
        with turns.take(DEADLINE_S):
            order.append(number)

    with turns.take(DEADLINE_S):
        for number in range(5):
            pool.submit(take, number)
            await_queue(turns, number + 1)
    pool.shutdown()

    assert order == [0, 1, 2, 3, 4]


def test_who_comes_back_at_once_waits_for_those_who_stand_there(pool: ThreadPoolExecutor) -> None:
    turns, order = Turns(), list[str]()
    has_begun = Event()

    def take_often() -> None:
        with turns.take(DEADLINE_S):
            has_begun.set()
            await_queue(turns, 1)
            order.append("batch")
        for _ in range(2):
            with turns.take(DEADLINE_S):
                order.append("batch")

    batch = pool.submit(take_often)
    has_begun.wait(DEADLINE_S)
    with turns.take(DEADLINE_S):
        order.append("tap")
    batch.result(DEADLINE_S)

    assert order == ["batch", "tap", "batch", "batch"]


def test_whose_turn_does_not_come_in_time_goes_without_it_and_takes_nobodys(pool: ThreadPoolExecutor) -> None:
    turns = Turns()

    def take(wait_s: float) -> int:
        with turns.take(wait_s):
            return turns.waiting

    with turns.take(DEADLINE_S):
        assert pool.submit(take, 0.01).result(DEADLINE_S) == 0
        patient = pool.submit(take, DEADLINE_S)
        await_queue(turns, 1)
        assert not patient.done()
    patient.result(DEADLINE_S)


def test_a_turn_passes_on_though_its_taker_fails() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.take(DEADLINE_S):
        _ = 1 / 0
    with turns.take(0.0):
        assert turns.waiting == 0
