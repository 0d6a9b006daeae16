import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.job import Job
from kiosk.screen.video.player import Player
from tests.doubles.decoders import list_decoders
from tests.doubles.notebook import Notebook
from tests.doubles.videos import GREEN, VIOLET

GLASS = (320, 180)
STEP = 5
"""So many pixels the square moves from frame to frame."""


class Showing:
    """A player, and what it told."""

    def __init__(self, path: Path, first_s: float = 30, stall_s: float = 30) -> None:
        self.frames, self.flaws = Notebook[QImage](), Notebook[VideoFlaw]()
        job = Job(str(path), 1280 * 720, "silent", GLASS)
        self.player = Player(job, self.frames.write, self.flaws.write, first_s=first_s, stall_s=stall_s)

    def wait_for_frames(self, many: int) -> list[QImage]:
        self.frames.wait_until(lambda frames: len(frames) >= many)
        return self.frames.read()

    def close(self) -> None:
        self.player.close()
        self.player.join()


Show = Callable[..., Showing]


@pytest.fixture
def show() -> Iterator[Show]:
    """Opens players, and proves at the end that nothing of them is left."""
    opened: list[Showing] = []

    def show_one(path: Path, **limits: float) -> Showing:
        opened.append(Showing(path, **limits))
        return opened[-1]

    yield show_one
    for showing in opened:
        showing.close()
    assert list_decoders() == []


def find_square(frame: QImage) -> int:
    """How far from the left the white square has come."""
    return next(x for x in range(frame.width()) if frame.pixelColor(x, 134).red() > 200)


def test_it_waits_at_the_first_frame_and_then_the_picture_moves(show: Show) -> None:
    showing = show(GREEN)
    (first,) = showing.wait_for_frames(1)
    assert (first.width(), first.height()) == GLASS
    assert find_square(first) <= STEP
    showing.player.play()
    places = [find_square(frame) for frame in showing.wait_for_frames(8)]
    assert places == sorted(places)
    assert places[-1] > 20
    assert showing.flaws.read() == []


def test_it_may_be_told_to_play_before_anything_is_there_and_ends_at_its_last_frame(show: Show) -> None:
    showing = show(VIOLET)
    showing.player.play()
    showing.frames.wait_until(lambda frames: bool(frames) and find_square(frames[-1]) > 120)
    assert showing.frames.read()[-1].pixelColor(300, 10).name() != QColor("black").name()


def test_what_is_repeated_begins_again(show: Show) -> None:
    showing = show(VIOLET)
    showing.player.repeat()
    showing.frames.wait_until(lambda frames: any(map(begins_again, frames, frames[1:])))


def begins_again(before: QImage, after: QImage) -> bool:
    return find_square(after) < find_square(before)


@pytest.mark.parametrize("content", [b"", b"no video at all", GREEN.read_bytes()[:900]])
def test_what_no_decoder_can_play_is_told(show: Show, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "film").write_bytes(content)
    showing = show(tmp_path / "film")
    showing.flaws.wait_until(bool)
    assert showing.flaws.read() == [VideoFlaw.NO_FRAME]


def test_a_decoder_that_hangs_is_ended(show: Show, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never")
    showing = show(tmp_path / "never", first_s=0.5)
    showing.flaws.wait_until(bool)
    assert showing.frames.read() == []


@pytest.mark.parametrize("ill", [psutil.Process.suspend, psutil.Process.kill])
def test_a_decoder_that_stalls_or_dies_while_it_plays_is_told(
    show: Show, ill: Callable[[psutil.Process], None]
) -> None:
    showing = show(GREEN, stall_s=0.5)
    showing.wait_for_frames(1)
    ill(list_decoders()[0])
    showing.player.play()
    showing.flaws.wait_until(bool)
    assert showing.flaws.read() == [VideoFlaw.NO_FRAME]


def test_whoever_closes_hears_of_no_failure(show: Show) -> None:
    showing = show(GREEN)
    showing.close()
    showing.player.play()
    assert showing.flaws.read() == []
