from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.contract.instant import Instant
from kiosk.core.effects import Announcement
from kiosk.core.events import Event, RankerChanged
from kiosk.learning.decision import find_difference
from kiosk.learning.decision_log import FILE_NAME as LOG_NAME
from kiosk.learning.decision_log import read_decisions
from kiosk.learning.learner import MOST_WAITING, SAVE_S, Learner, Outlets
from kiosk.learning.memory import Memory
from kiosk.learning.memory_file import FILE_NAME, MemoryFile
from kiosk.learning.ranker import LearntRanker
from kiosk.offers.posterior import MOST_COUNTED, Tally
from tests.doubles.notebook import Notebook
from tests.learning.test_feedback import LOOP, OFFERED, TAPPED
from tests.learning.test_ranker import CELL

NOW = Instant(5.0, datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "id-1")
Told = tuple[Announcement, float | None]


class Desk:
    """A learner with what it posts and tells."""

    def __init__(self, folder: Path, on_tell: Callable[[], None] = lambda: None) -> None:
        self.events: Notebook[Event] = Notebook()
        self.told: Notebook[Told] = Notebook()
        self._on_tell = on_tell
        self.shared: Notebook[Memory] = Notebook()
        self.learner = Learner(folder, "w-1", 0.08, Outlets(self.events.write, self._tell, self.shared.write))
        self.learner.start()

    def _tell(self, said: Announcement, now: Instant, propensity: float | None) -> None:
        assert now == NOW
        self.told.write((said, propensity))
        self._on_tell()

    def recall(self) -> tuple[Tally, Tally]:
        changes = [event for event in self.events.read() if isinstance(event, RankerChanged)]
        ranker = changes[-1].rank
        assert isinstance(ranker, LearntRanker)
        return ranker.memory.recall("boots", CELL, "w-1")


def test_what_came_of_a_showing_changes_the_ranker_and_outlives_a_restart(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.learner.note(OFFERED, 10.0, NOW)
    desk.learner.note(TAPPED, 12.0, NOW)
    desk.learner.stop()
    assert desk.recall() == (Tally(1, 1, 1), Tally())

    again = Desk(tmp_path)
    again.learner.stop()
    assert again.recall() == (Tally(1, 1, 1), Tally())


def test_everything_is_told_on_and_choices_with_their_propensity(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.learner.note(LOOP, 1.0, NOW)
    desk.learner.note(OFFERED, 2.0, NOW)
    desk.learner.stop()
    assert desk.told.read() == [(LOOP, None), (OFFERED, 1.0)]


def test_the_log_replays_to_the_same_decisions(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.learner.note(OFFERED, 2.0, NOW)
    desk.learner.stop()
    (decision,) = read_decisions(tmp_path / LOG_NAME)
    assert decision is not None
    assert (decision.id, decision.at, find_difference(decision)) == ("i-1", NOW.wall, None)


def test_other_screens_are_heard_once_however_often_they_say_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    other = Memory().note("w-2", "boots", CELL, Tally(7, 3))
    desk.learner.hear(other)
    desk.learner.hear(other)
    desk.learner.stop()
    assert desk.recall() == (Tally(7, 3), Tally())
    assert MemoryFile(tmp_path).load() == other
    assert desk.shared.read() == [other]


def test_nothing_that_is_said_in_its_own_name_is_believed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.learner.hear(Memory().note("w-1", "boots", CELL, Tally(7, 3)))
    desk.learner.note(OFFERED, 2.0, NOW)
    desk.learner.hear(Memory().note("w-1", "boots", CELL, Tally(MOST_COUNTED)))
    desk.learner.stop()
    assert desk.recall() == (Tally(1), Tally())


def test_a_flood_from_other_screens_is_dropped_and_costs_no_showing(tmp_path: Path) -> None:
    events: Notebook[Event] = Notebook()
    shared: Notebook[Memory] = Notebook()
    learner = Learner(tmp_path, "w-1", 0.08, Outlets(events.write, lambda _said, _now, _propensity: None, shared.write))
    for number in range(2 * MOST_WAITING):
        learner.hear(Memory({f"w-{number + 2}": {}}))
    learner.note(OFFERED, 1.0, NOW)
    learner.start()
    learner.stop()
    (memory,) = shared.read()
    assert memory.screens.keys() - {"w-1"} == {f"w-{number + 2}" for number in range(MOST_WAITING)}
    assert memory.recall("boots", CELL, "w-1")[0] == Tally(1)


def test_it_is_saved_now_and_then_and_not_at_every_showing(tmp_path: Path) -> None:
    seen: list[bool] = []
    desk = Desk(tmp_path, on_tell=lambda: seen.append((tmp_path / FILE_NAME).exists()))
    for swapped_at in (1.0, SAVE_S, SAVE_S + 1):
        desk.learner.note(OFFERED, swapped_at, NOW)
    desk.learner.stop()
    assert seen == [False, False, True]


@pytest.mark.allow_log("could not be (logged|written)|learning begins anew")
def test_a_disk_that_fails_costs_no_lesson(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    desk = Desk(tmp_path / "file")
    desk.learner.note(OFFERED, 2.0, NOW)
    desk.learner.stop()
    assert desk.recall()[0] == Tally(1)


@pytest.mark.allow_log("learner stumbled: ZeroDivisionError")
def test_one_note_that_goes_wrong_costs_no_other(tmp_path: Path) -> None:
    desk = Desk(tmp_path, on_tell=lambda: 1 / 0)  # type: ignore[arg-type] # it never returns
    desk.learner.note(LOOP, 2.0, NOW)
    desk.learner.note(LOOP, 3.0, NOW)
    desk.learner.stop()
    assert len(desk.told.read()) == 2
