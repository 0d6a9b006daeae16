import pytest
import shiboken6
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.screen.display.pulse import Pulse
from tests.doubles.glass_items import find_window
from tests.screen.conftest import OpenScreen


class Heart:
    """Counts beats, and frames."""

    def __init__(self) -> None:
        self.beats = 0
        self.frames = 0

    def note_beat(self) -> None:
        self.beats += 1

    def note_frame(self) -> None:
        self.frames += 1


class StuckWindow(QQuickWindow):
    """Is asked for frames and draws none, as behind a driver that hangs."""

    def __init__(self) -> None:
        super().__init__()
        self.is_stuck = True
        self.asked = 0

    def update(self) -> None:
        self.asked += 1
        if not self.is_stuck:
            super().update()


def test_a_still_picture_beats_and_each_beat_is_a_frame(open_screen: OpenScreen, qtbot: QtBot) -> None:
    heart = Heart()
    screen = open_screen("320x180")
    find_window().frameSwapped.connect(heart.note_frame)
    screen.beat(0.01, heart.note_beat)
    qtbot.waitUntil(lambda: heart.beats >= 3)
    assert heart.frames >= heart.beats


@pytest.mark.usefixtures("application")
def test_a_window_whose_frames_fail_to_come_is_silent_until_they_come_again(qtbot: QtBot) -> None:
    heart = Heart()
    window = StuckWindow()
    window.show()
    qtbot.waitUntil(window.isExposed)
    Pulse(window, 0.01, heart.note_beat)
    qtbot.waitUntil(lambda: window.asked >= 3)
    assert heart.beats == 0
    window.is_stuck = False
    qtbot.waitUntil(lambda: heart.beats >= 1)
    window.close()
    shiboken6.delete(window)


def test_a_window_that_nobody_can_see_beats_without_frames(open_screen: OpenScreen, qtbot: QtBot) -> None:
    heart = Heart()
    screen = open_screen("320x180")
    find_window().hide()
    screen.beat(0.01, heart.note_beat)
    qtbot.waitUntil(lambda: heart.beats >= 3)
