import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kiosk.screen.gui_thread.alarm import Alarm

Rings = list[float]


@pytest.fixture
def rings(qtbot: QtBot) -> Rings:  # noqa: ARG001 # timers want an application
    return []


def make_alarm(rings: Rings) -> tuple[Alarm, Callable[[], None]]:
    def ring() -> None:
        rings.append(time.monotonic())

    return Alarm(ring, time.monotonic), ring


def test_it_rings_at_its_time_and_not_before(qtbot: QtBot, rings: Rings) -> None:
    alarm, _ = make_alarm(rings)
    due = time.monotonic() + 0.05
    alarm.set_for(due)
    qtbot.waitUntil(lambda: bool(rings))
    assert rings[0] >= due


def test_what_was_due_long_ago_rings_at_once(qtbot: QtBot, rings: Rings) -> None:
    alarm, _ = make_alarm(rings)
    alarm.set_for(0.0)
    qtbot.waitUntil(lambda: bool(rings))


def test_only_the_time_set_last_counts(qtbot: QtBot, rings: Rings) -> None:
    alarm, _ = make_alarm(rings)
    alarm.set_for(time.monotonic() + 0.01)
    alarm.set_for(float("inf"))
    other, _ = make_alarm(rings)
    other.set_for(due := time.monotonic() + 0.05)
    qtbot.waitUntil(lambda: bool(rings))
    assert len(rings) == 1
    assert rings[0] >= due


def test_once_closed_it_is_set_no_more(qtbot: QtBot, rings: Rings) -> None:
    alarm, _ = make_alarm(rings)
    alarm.close()
    alarm.set_for(0.0)
    others: Rings = []
    other, _ = make_alarm(others)
    other.set_for(time.monotonic() + 0.05)
    qtbot.waitUntil(lambda: bool(others))
    assert rings == []
