import threading

import pytest

from kiosk.bookmarks.hands import Hands

DEADLINE_S = 20


def tell_thread(_: int) -> threading.Thread:
    return threading.current_thread()


def test_as_many_as_there_are_hands_are_done_at_once_and_what_came_of_each_is_told_in_order() -> None:
    gate = threading.Barrier(3)

    def work(number: int) -> int:
        gate.wait(DEADLINE_S)
        return -number

    hands = Hands(work, 3)
    assert hands.do([1, 2, 3]) == [-1, -2, -3]
    assert hands.do([4, 5, 6]) == [-4, -5, -6]


def test_one_alone_is_done_by_who_asks() -> None:
    hands = Hands(tell_thread, 8)
    assert hands.do([1]) == [threading.current_thread()]


def test_a_hand_keeps_its_thread_and_no_more_begin_than_are_wanted() -> None:
    hands = Hands(tell_thread, 2)
    workers = {thread for _ in range(5) for thread in hands.do(range(4))}
    assert len(workers) == 2
    assert all(thread.daemon for thread in workers - {threading.current_thread()})


@pytest.mark.parametrize("stone", [0, 1, 2])
def test_who_stumbles_is_heard_and_the_hands_go_on(stone: int) -> None:
    def divide(number: int) -> int:
        return 1 // (number - stone)

    hands = Hands(divide, 2)
    with pytest.raises(ZeroDivisionError):
        hands.do(range(3))
    assert hands.do([stone + 1]) == [1]
