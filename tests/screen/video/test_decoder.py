from select import select
from socket import socketpair

import shiboken6
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink
from pytestqt.qtbot import QtBot

from kiosk.screen.video.decoder import Decoder
from kiosk.screen.video.job import Job
from kiosk.screen.video.wire import Kind, send
from tests.doubles.videos import VIOLET

WAIT_MS = 15_000


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


def test_no_frame_is_kept_once_it_was_looked_at(qtbot: QtBot) -> None:
    near, far = socketpair()
    with near, far:
        decoder = Decoder(near, Job(str(VIOLET), 1280 * 720, "examine"))
        sink = decoder.findChild(QVideoSink)
        assert sink is not None
        qtbot.waitUntil(lambda: select([far], [], [], 0)[0] == [far], timeout=WAIT_MS)
        assert not sink.videoFrame().isValid()
        shiboken6.delete(decoder)  # as above
