from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from kiosk.screen.images.shelf import Shelf
from kiosk.screen.video.clip import Clip, Video
from kiosk.screen.video.clips import MOST_FRAMES, Clips
from tests.doubles.players import Projection

A, B, C = (Video(name, Path(name)) for name in "abc")


class Booth:
    """Clips of pretended players."""

    def __init__(self, application: QGuiApplication) -> None:
        self._application = application
        self.projection = Projection()
        self.frames = Shelf(MOST_FRAMES)
        self.refused: list[str] = []
        self.clips = Clips(self.frames, self.projection.open, self.refused.append)
        self.readied = 0
        self.clips.ready.connect(self._note_ready)

    def _note_ready(self) -> None:
        self.readied += 1

    def give_frames(self) -> None:
        """A frame of each, and the hop to the GUI thread."""
        for player in self.projection.players:
            player.give_frame()
        self._application.processEvents()

    def show(self, showing: str, video: Video) -> Clip:
        clip = self.clips.take(showing, video)
        self.give_frames()
        return clip

    def count_clips(self) -> int:
        self._application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(self.clips.findChildren(Clip))


@pytest.fixture
def booth(application: QGuiApplication) -> Booth:
    return Booth(application)


def test_a_video_plays_from_its_showing_on_and_says_when_it_is_there(booth: Booth) -> None:
    clip = booth.clips.take("1", A)
    assert booth.projection.players[0].asked == ["play"]
    assert (booth.readied, clip.is_ready) == (0, False)
    booth.give_frames()
    assert (booth.readied, clip.address) == (1, "image://shelf/0/frame/1/0")
    assert booth.frames.find("1") is not None


def test_the_same_showing_has_the_same_clip(booth: Booth) -> None:
    assert booth.show("1", A) is booth.show("1", A)
    assert booth.show("2", A) is not booth.clips.take("3", A)


def test_the_next_one_waits_at_its_first_frame_until_its_turn(booth: Booth) -> None:
    booth.show("1", A)
    booth.clips.foresee("", B)
    booth.give_frames()
    waiting = booth.projection.players[1]
    assert waiting.asked == []
    clip = booth.clips.take("2", B)
    assert clip.is_ready
    assert waiting.asked == ["play"]
    assert len(booth.projection.players) == 2


def test_one_that_was_foreseen_in_vain_is_closed(booth: Booth) -> None:
    booth.show("1", A)
    booth.clips.foresee("", B)
    booth.clips.foresee("", C)
    assert booth.projection.list_playing() == ["a", "c"]
    booth.clips.take("2", B)
    assert booth.projection.list_playing() == ["a", "b"]
    booth.clips.foresee("", C)
    booth.clips.foresee("", None)
    assert booth.projection.list_playing() == ["a", "b"]


def test_there_are_never_more_than_two_while_one_fades_out(booth: Booth) -> None:
    going = booth.show("1", A)
    booth.clips.foresee("", B)
    booth.clips.take("2", B)
    booth.clips.foresee("", C)
    assert booth.projection.list_playing() == ["a", "b"]
    going.leave()
    assert booth.projection.list_playing() == ["b", "c"]


def test_the_next_one_is_made_ready_while_the_one_before_fades_out_behind_a_picture(booth: Booth) -> None:
    going = booth.show("1", A)
    booth.clips.release()
    booth.clips.foresee("", B)
    assert booth.projection.list_playing() == ["a", "b"]
    booth.give_frames()
    assert booth.clips.take("2", B).is_ready
    assert booth.projection.list_playing() == ["b"]
    going.leave()
    assert booth.count_clips() == 1


def test_what_goes_on_is_repeated(booth: Booth) -> None:
    booth.show("1", A)
    booth.clips.foresee("1", A)
    assert booth.projection.players[0].asked == ["play", "repeat"]
    assert len(booth.projection.players) == 1


def test_what_gives_way_plays_on_until_nobody_sees_it_and_leaves_nothing_behind(booth: Booth) -> None:
    clip = booth.show("1", A)
    booth.clips.release()
    assert booth.projection.list_playing() == ["a"]
    clip.leave()
    assert booth.projection.list_playing() == []
    assert booth.frames.find("1") is None
    assert booth.count_clips() == 0


def test_what_gives_way_before_its_first_frame_is_closed_at_once(booth: Booth) -> None:
    booth.clips.take("1", A)
    booth.clips.release()
    assert booth.projection.list_playing() == []
    assert booth.clips.on_glass is None


def test_two_that_fade_out_at_once_do_not_both_play(booth: Booth) -> None:
    for showing, video in (("1", A), ("2", B), ("3", C)):
        booth.show(showing, video)
    assert booth.projection.list_playing() == ["b", "c"]


def test_behind_a_notice_it_stands_still_and_begins_anew_afterwards(booth: Booth) -> None:
    clip = booth.show("1", A)
    booth.clips.halt()
    assert booth.projection.list_playing() == []
    assert clip.is_ready
    assert booth.show("1", A) is not clip
    booth.clips.close()
    booth.clips.halt()


@pytest.mark.allow_log("a video was passed over")
def test_one_that_fails_before_its_turn_never_is_on_the_glass(booth: Booth) -> None:
    booth.show("1", A)
    booth.clips.foresee("", B)
    booth.projection.players[1].fail()
    booth.give_frames()
    assert booth.refused == ["b"]
    assert booth.projection.list_playing() == ["a"]


@pytest.mark.allow_log("a video was passed over")
def test_one_that_fails_on_the_glass_stands_still_until_it_is_covered(booth: Booth) -> None:
    clip = booth.show("1", A)
    booth.projection.players[0].fail()
    booth.give_frames()
    assert booth.refused == ["a"]
    assert booth.clips.on_glass is clip
    assert booth.count_clips() == 1
    clip.leave()
    assert booth.count_clips() == 0


def test_all_end_with_the_screen(booth: Booth) -> None:
    booth.show("1", A)
    booth.clips.foresee("", B)
    booth.clips.close()
    assert booth.projection.list_playing() == []
