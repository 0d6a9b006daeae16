from pathlib import Path
from threading import Barrier, Thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage

from kiosk.screen.video.clip import Clip, Video
from tests.doubles.players import Projection

pytestmark = pytest.mark.usefixtures("application")


class Watched:
    """A clip, and what it told."""

    def __init__(self) -> None:
        self.projection, self.parent = Projection(), QObject()
        self.shown: list[str] = []
        self.told: list[str] = []
        self.clip = Clip(Video("a", Path("a")), self._show, lambda: None, self.projection.open, self.parent)
        self.clip.changed.connect(lambda: self.told.append("changed"))
        self.clip.ready.connect(lambda: self.told.append("ready"))
        self.clip.failed.connect(lambda: self.told.append("failed"))
        self.clip.left.connect(lambda: self.told.append("left"))
        (self.player,) = self.projection.players

    def _show(self, frame: QImage) -> str:
        self.shown.append(frame.pixelColor(0, 0).name())
        return f"frame {len(self.shown)}"


def test_its_first_frame_makes_it_ready_and_each_has_an_address_of_its_own() -> None:
    watched = Watched()
    assert (watched.clip.is_ready, watched.clip.address) == (False, "")
    for expected in ("frame 1", "frame 2"):
        watched.player.give_frame()
        watched.clip.look()
        assert watched.clip.address == watched.clip.property("frame") == expected
    assert watched.told == ["changed", "ready", "changed"]


def test_of_frames_that_came_between_two_looks_only_the_last_is_shown() -> None:
    watched = Watched()
    for colour in ("red", "blue"):
        watched.player.give_frame(colour)
    watched.clip.look()
    watched.clip.look()
    assert watched.shown == [QColor("blue").name()]


def test_what_cannot_be_played_is_told_once_it_is_looked_at() -> None:
    watched = Watched()
    watched.player.fail()
    assert watched.told == []
    watched.clip.look()
    assert watched.told == ["failed"]


def test_its_player_hears_what_is_asked_of_it() -> None:
    watched = Watched()
    watched.clip.play()
    watched.clip.repeat()
    watched.clip.stop()
    watched.clip.leave()
    assert watched.player.asked == ["play", "repeat", "close", "close"]
    assert watched.told == ["left"]


def test_the_last_of_many_frames_is_shown_however_often_the_glass_looks_meanwhile() -> None:
    watched = Watched()
    together = Barrier(2)

    def play() -> None:
        together.wait()
        for number in range(500):
            watched.player.give_frame(QColor(0, 0, number % 256).name())
        watched.player.give_frame("red")

    player = Thread(target=play)
    player.start()
    together.wait()
    while player.is_alive():
        watched.clip.look()
    watched.clip.look()
    assert watched.shown[-1] == QColor("red").name()
