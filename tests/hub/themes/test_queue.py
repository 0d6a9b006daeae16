from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from kiosk.hub.themes.queue import MOST_WAITING, ShelfClosed, ThemeQueue
from tests.doubles.deadline import wait_until

TOO_MANY = 3


def test_one_goes_on_at_a_time() -> None:
    queue, together, inside = ThemeQueue(), Barrier(MOST_WAITING), list[int]()

    def enter(number: int) -> int:
        together.wait()
        with queue.wait_for_turn():
            inside.append(number)
            here = len(inside)
            inside.remove(number)
        return here

    with ThreadPoolExecutor(MOST_WAITING) as visitors:
        assert set(visitors.map(enter, range(MOST_WAITING))) == {1}


def test_who_comes_when_too_many_wait_is_turned_away_at_once() -> None:
    queue = ThemeQueue()
    together = Barrier(MOST_WAITING + TOO_MANY)

    def enter(_number: int) -> bool:
        together.wait()
        try:
            with queue.wait_for_turn():
                return True
        except ShelfClosed:
            return False

    with ThreadPoolExecutor(MOST_WAITING + TOO_MANY) as visitors:
        with queue.wait_for_turn():
            answers = [visitors.submit(enter, number) for number in range(MOST_WAITING + TOO_MANY)]
            wait_until(lambda: sum(answer.done() for answer in answers) == TOO_MANY)
            assert [answer.result() for answer in answers if answer.done()] == [False] * TOO_MANY
        assert sum(answer.result() for answer in answers) == MOST_WAITING


def test_who_waits_too_long_is_turned_away_and_leaves_her_place() -> None:
    queue = ThemeQueue(patience_s=0.01)
    with queue.wait_for_turn():
        for _ in range(MOST_WAITING + 1):
            with pytest.raises(ShelfClosed), queue.wait_for_turn():
                pass
    with queue.wait_for_turn():
        pass
