import pytest

from kiosk.app.watch.case import DEAD, MOST_STUCK, STUCK, WELL_S, Case
from kiosk.backoff import Backoff
from tests.doubles.made_up_thread import MadeUpThread

WAIT_S = 5.0
begun_anew = pytest.mark.allow_log("the thread courier is (dead|stuck), and seen to")


def open_case(thread: MadeUpThread) -> Case:
    return Case(thread, Backoff(lambda: 1.0, WAIT_S, 300.0))


def test_who_rests_or_moves_is_well() -> None:
    thread = MadeUpThread()
    case = open_case(thread)
    assert case.look(0) is None
    assert case.look(1000) is None
    thread.is_busy = True
    for now in range(2000, 3000, 50):
        thread.beats += 1
        assert case.look(now) is None
    assert thread.revivals == 0


@begun_anew
def test_who_is_dead_is_begun_anew_at_once() -> None:
    thread = MadeUpThread(is_dead=True)
    case = open_case(thread)
    assert case.look(0) == DEAD
    assert case.look(1) is None
    assert case.revivals == thread.revivals == 1


@begun_anew
def test_who_stays_dead_is_begun_anew_ever_less_often() -> None:
    thread = MadeUpThread(is_dead=True, cures=False)
    case = open_case(thread)
    revivals: list[int] = []
    for now in range(100):
        case.look(now)
        revivals.append(thread.revivals)
    assert [revivals.index(times) for times in range(1, 6)] == [0, 5, 15, 35, 75]


@begun_anew
def test_who_was_well_for_long_is_begun_anew_at_once_again() -> None:
    thread = MadeUpThread(is_dead=True, cures=False)
    case = open_case(thread)
    for now in (0, 5, 15):
        case.look(now)
    thread.is_dead = False
    case.look(15 + 2 * WELL_S)
    thread.is_dead = True
    fell_at = 16 + 2 * WELL_S
    case.look(fell_at)
    case.look(fell_at + WAIT_S)
    assert thread.revivals == 5


@begun_anew
def test_who_is_busy_with_one_step_for_longer_than_its_patience_is_stuck() -> None:
    thread = MadeUpThread(is_busy=True, patience_s=60)
    case = open_case(thread)
    assert [case.look(now) for now in (0, 60, 61)] == [None, None, STUCK]
    assert thread.revivals == 1
    assert case.look(62) is None


@begun_anew
def test_who_is_stuck_again_and_again_is_named_but_gets_no_more_threads() -> None:
    thread = MadeUpThread(is_busy=True, patience_s=1, cures=False)
    case = open_case(thread)
    found = [case.look(now) for now in range(0, 3000, 10)]
    assert found[-1] == STUCK
    assert thread.revivals == MOST_STUCK
