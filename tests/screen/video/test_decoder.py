from socket import socketpair

import pytest
import shiboken6
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QMediaPlayer
from pytestqt.qtbot import QtBot

from kiosk.screen.video.decoder import Decoder, find_place, put_on_glass
from kiosk.screen.video.job import Job
from kiosk.screen.video.wire import Kind, send
from tests.doubles.videos import VIOLET

GLASS = QSize(160, 90)
WAIT_MS = 15_000


def make_frame(width: int, height: int) -> QImage:
    """Red at its left half, blue at its right."""
    frame = QImage(width, height, QImage.Format.Format_RGB32)
    frame.fill(QColor("red"))
    for x in range(width // 2, width):
        for y in range(height):
            frame.setPixelColor(x, y, QColor("blue"))
    return frame


def put_on_new_glass(frame: QImage, ground: str) -> QImage:
    glass = QImage(GLASS, QImage.Format.Format_RGB32)
    glass.fill(QColor("magenta"))
    put_on_glass(frame, glass, QColor(ground))
    return glass


@pytest.mark.parametrize("size", [(320, 180), (64, 36), (164, 90), (160, 92)])
def test_a_frame_of_nearly_the_shape_of_the_glass_covers_it(size: tuple[int, int]) -> None:
    glass = put_on_new_glass(make_frame(*size), "green")
    corners = [glass.pixelColor(x, y).name() for x in (0, 159) for y in (0, 89)]
    assert corners == ["#ff0000", "#ff0000", "#0000ff", "#0000ff"]


def test_an_upright_frame_stands_whole_on_the_ground() -> None:
    glass = put_on_new_glass(make_frame(90, 160), "white")
    row = [glass.pixelColor(x, 45).name() for x in (0, 60, 100, 159)]
    assert row == ["#ffffff", "#ff0000", "#0000ff", "#ffffff"]


def test_a_frame_stands_in_the_middle() -> None:
    assert find_place(QSize(90, 160), GLASS) == QRect(55, 0, 50, 90)
    assert find_place(QSize(320, 180), GLASS) == QRect(0, 0, 160, 90)


def test_an_order_between_the_opening_and_the_first_frame_counts(qtbot: QtBot) -> None:
    near, far = socketpair()
    with near, far:
        decoder = Decoder(near, Job(str(VIOLET), 1280 * 720))
        player = decoder.findChild(QMediaPlayer)
        assert player is not None
        with qtbot.waitSignal(player.playbackStateChanged, timeout=WAIT_MS):
            pass
        assert player.playbackState() is QMediaPlayer.PlaybackState.PausedState
        with qtbot.waitSignal(player.playbackStateChanged, timeout=WAIT_MS):
            send(far, Kind.PLAY)
        assert player.playbackState() is QMediaPlayer.PlaybackState.PlayingState
        # At once: one that sees its line closed would end the process, which is not its own here.
        shiboken6.delete(decoder)
