from threading import Event as Flag
from threading import current_thread

import pytest

from kiosk.worker import Worker
from tests.doubles.deadline import wait_until
from tests.doubles.doom import deadly
from tests.doubles.notebook import PATIENCE_S, Notebook


class Shift:
    """What a worker does: steps until it is told to end, of which the test ends or holds up one."""

    def __init__(self) -> None:
        self.steps = Notebook[str]()
        self.ends, self.holds, self.dies = Flag(), Flag(), Flag()
        self.worker = Worker("smith", self.run)

    def run(self) -> None:
        while self.worker.is_mine() and not self.ends.is_set():
            with self.worker.step():
                self.steps.write(current_thread().name)
                if self.dies.is_set():
                    self.dies.clear()
                    raise SystemExit
                if self.holds.is_set():
                    self.holds.clear()
                    self.ends.wait(PATIENCE_S)
            self.ends.wait(0.001)

    def end(self) -> None:
        self.ends.set()
        self.worker.end(PATIENCE_S)


@pytest.fixture
def shift() -> Shift:
    return Shift()


def test_it_works_on_a_thread_of_its_name_and_counts_each_step(shift: Shift) -> None:
    shift.worker.start()
    shift.steps.wait_for("smith", times=3)
    shift.end()
    assert shift.worker.beats == len(shift.steps.read())
    assert not shift.worker.is_busy


def test_who_was_not_begun_yet_and_who_was_told_to_end_is_not_dead(shift: Shift) -> None:
    assert not shift.worker.is_dead
    shift.worker.start()
    assert not shift.worker.is_dead
    shift.end()
    assert not shift.worker.is_dead


@deadly
def test_who_ends_without_being_told_is_dead_until_it_is_begun_anew(shift: Shift) -> None:
    shift.dies.set()
    shift.worker.start()
    wait_until(lambda: shift.worker.is_dead)
    assert not shift.worker.is_busy

    shift.worker.revive()
    shift.steps.wait_for("smith", times=3)
    assert not shift.worker.is_dead
    shift.end()


def test_amid_a_step_it_is_busy_and_its_beats_stand_still(shift: Shift) -> None:
    shift.holds.set()
    shift.worker.start()
    shift.steps.wait_for("smith")
    assert (shift.worker.is_busy, shift.worker.beats) == (True, 1)
    shift.end()


def test_one_that_is_stuck_gives_way_and_ends_when_it_comes_to() -> None:
    came_to, released = Notebook[bool](), Flag()

    def run() -> None:
        with worker.step():
            released.wait(PATIENCE_S)
        came_to.write(worker.is_mine())

    worker = Worker("smith", run)
    worker.start()
    wait_until(lambda: worker.is_busy)
    worker.revive()
    wait_until(lambda: worker.is_busy)
    released.set()
    came_to.wait_until(lambda entries: len(entries) == 2)
    assert sorted(came_to.read()) == [False, True]
    worker.end(PATIENCE_S)
    assert not worker.is_busy
