from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from kiosk.screen.layout.drift import find_drift
from kiosk.screen.views.clock import Clock

pytestmark = pytest.mark.usefixtures("application")
NEARLY = datetime(2026, 11, 22, 14, 4, 59, 970_000, tzinfo=ZoneInfo("Europe/Berlin"))


def test_it_tells_the_time_that_it_is_given() -> None:
    assert Clock(lambda: NEARLY).property("time") == "14:04"


def test_it_tells_each_new_minute_as_it_begins_and_then_waits_for_the_next(qtbot: QtBot) -> None:
    hours = iter([NEARLY, NEARLY, NEARLY + timedelta(seconds=0.04)])
    clock = Clock(lambda: next(hours))
    told: list[str] = []
    clock.changed.connect(lambda: told.append(str(clock.property("time"))))
    clock.run(is_wanted=True)
    qtbot.waitUntil(lambda: told == ["14:04", "14:05"])
    clock.run(is_wanted=False)


def test_one_that_nobody_wants_to_run_does_not_tick(qtbot: QtBot) -> None:
    clock = Clock(lambda: NEARLY)
    clock.run(is_wanted=True)
    clock.run(is_wanted=False)
    with qtbot.assertNotEmitted(clock.changed, wait=60):
        pass


def test_what_must_not_burn_in_stands_elsewhere_a_minute_later() -> None:
    minute = int(NEARLY.timestamp()) // 60
    for minutes in (0, 1):
        clock = Clock(partial(NEARLY.__add__, timedelta(minutes=minutes)))
        drift = clock.property("drift")
        assert (drift.x(), drift.y()) == find_drift(minute + minutes)
