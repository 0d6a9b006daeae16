"""Proves on frames that a drifting picture moves as a whole and never uncovers what lies behind it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from kiosk.core.glass.scene import Attract
from kiosk.screen.layout.drift import REACH, find_drift
from kiosk.screen.screen import Ports
from tests.doubles.glass_items import find_window
from tests.screen.conftest import OpenScreen

STILL = Attract(None, None, "de", "i")
BEHIND = QColor("#ff00ff")
SIZE = (160, 90)
ROUND = (2 * REACH + 1) ** 2
"""Minutes, in which it comes to every place."""


@pytest.fixture
def frames(open_screen: OpenScreen, qtbot: QtBot) -> Callable[[int], QImage]:
    """What is on a drifting glass in a minute of the day, on a window of a colour that no theme has."""
    moment = [datetime(2026, 11, 22, tzinfo=UTC)]
    began = moment[0]
    ports = Ports(lambda _ref: None, tell_local=lambda: moment[0])
    screen = open_screen(f"{SIZE[0]}x{SIZE[1]}", ports=ports, pixel_shift=True)
    find_window().setColor(BEHIND)
    screen.stage.show(STILL)

    def take(minute: int) -> QImage:
        moment[0] = began + timedelta(minutes=minute)
        screen.clock.run(is_wanted=True)
        with qtbot.waitSignal(find_window().frameSwapped):
            find_window().update()
        return screen.take_screenshot()

    return take


def test_at_no_place_is_anything_seen_behind_the_picture(frames: Callable[[int], QImage]) -> None:
    edges = [*product(range(SIZE[0]), (0, SIZE[1] - 1)), *product((0, SIZE[0] - 1), range(SIZE[1]))]
    for minute in range(ROUND):
        frame = frames(minute)
        assert [place for place in edges if frame.pixelColor(*place) == BEHIND] == []


def test_the_whole_picture_moves_with_the_drift_and_nothing_in_it_changes(frames: Callable[[int], QImage]) -> None:
    minute = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp()) // 60
    first, later = 0, 20
    (x, y), (other_x, other_y) = find_drift(minute + first), find_drift(minute + later)
    before, after = frames(first), frames(later)
    right, down = other_x - x, other_y - y
    assert (right, down) != (0, 0)
    inner = (SIZE[0] - 2 * abs(right), SIZE[1] - 2 * abs(down))
    start = (abs(right), abs(down))
    assert before.copy(*start, *inner) == after.copy(start[0] + right, start[1] + down, *inner)


def test_a_glass_that_does_not_drift_is_as_large_as_its_window(
    open_screen: OpenScreen, application: QGuiApplication
) -> None:
    screen = open_screen("160x90")
    application.processEvents()
    (glass,) = find_window().contentItem().childItems()[0].childItems()
    assert (glass.width(), glass.height()) == (160, 90)
    assert screen.clock.property("drift") is not None
