"""Plays one video, and sends its frames to the screen; runs in a process of its own."""

import os
from socket import socket
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QObject, QSize, QSocketNotifier, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QAudioOutput, QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.canvas import Canvas
from kiosk.screen.video.job import Job
from kiosk.screen.video.processors import narrow_decoding
from kiosk.screen.video.wire import Kind, LineClosed, receive_head, send, send_head

TAIL_MS = 500
"""So much before its end an examination looks again."""


class Decoder(QObject):
    """One video, which waits at its first frame until it is told to play."""

    def __init__(self, line: socket, job: Job) -> None:
        super().__init__()
        self._line = line
        self._job = job
        self._canvas = Canvas(QSize(*job.glass), QColor(job.ground))
        self._sent = -1
        self._is_open = False
        self._may_play = False
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take_frame, Qt.ConnectionType.QueuedConnection)
        self._newest = QVideoFrame()
        self._once_idle = QTimer(self, singleShot=True, interval=0)
        self._once_idle.timeout.connect(self._use_frame)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        if job.mode == "sound":
            self._player.setAudioOutput(QAudioOutput(self))
        self._player.errorOccurred.connect(self._give_up)
        self._player.mediaStatusChanged.connect(self._take_status)
        self._orders = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._orders.activated.connect(self._take_order)
        self._player.setSource(QUrl.fromLocalFile(job.path))

    def _take_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.LoadedMedia and self._sent < 0:
            self._open_pictures()
        elif status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._say(Kind.ENDED)

    def _open_pictures(self) -> None:
        """Decode the first frame, unless it is too large: that is known before any is decoded."""
        size: QSize | None = self._player.metaData().value(QMediaMetaData.Key.Resolution)
        if not self._player.hasVideo() or size is None or size.isEmpty():
            self._refuse(VideoFlaw.NO_FRAME)
        elif size.width() * size.height() > self._job.most_pixels:
            self._refuse(VideoFlaw.TOO_MANY_PIXELS)
        else:
            self._is_open = True
            with narrow_decoding(size.width() * size.height()):
                self._move_on()

    def _move_on(self) -> None:
        if self._may_play:
            self._player.play()
        else:
            self._player.pause()

    def _take_frame(self, frame: QVideoFrame) -> None:
        """Of frames that came faster than they could be sent, the last one counts."""
        if frame.isValid():
            self._newest = frame
            self._once_idle.start()

    def _use_frame(self) -> None:
        """Leave no trace of it: a frame keeps the image that was made of it, for as long as anybody has it."""
        frame, self._newest = self._newest, QVideoFrame()
        self._sink.setVideoFrame(QVideoFrame())
        if frame.startTime() == self._sent:
            return
        is_first, self._sent = self._sent < 0, frame.startTime()
        if self._job.mode == "examine":
            self._examine(is_first=is_first)
        else:
            self._show(frame.toImage())

    def _show(self, frame: QImage) -> None:
        try:
            send_head(self._line, Kind.FRAME, self._canvas.bytes)
            for band in self._canvas.paint(frame):
                self._line.sendall(band)
        except OSError:
            _leave()

    def _examine(self, *, is_first: bool) -> None:
        if is_first:
            self._player.setPosition(max(0, self._player.duration() - TAIL_MS))
        else:
            self._say(Kind.WHOLE)

    def _take_order(self) -> None:
        try:
            kind, _ = receive_head(self._line)
        except (LineClosed, OSError):
            _leave()
        if kind is Kind.REPEAT:
            self._player.setLoops(QMediaPlayer.Loops.Infinite.value)
        self._may_play = True
        if self._is_open:
            self._move_on()

    def _give_up(self, _error: QMediaPlayer.Error) -> None:
        """What it says of it may repeat what the file says of itself."""
        self._refuse(VideoFlaw.NO_FRAME)

    def _refuse(self, flaw: VideoFlaw) -> None:
        self._say(Kind.REFUSED, flaw.encode())

    def _say(self, kind: Kind, content: bytes = b"") -> None:
        try:
            send(self._line, kind, content)
        except OSError:
            _leave()


def play(line: socket, job: Job) -> int:
    """Be the process that plays it, until the other side hangs up."""
    application = QCoreApplication([])
    _decoder = Decoder(line, job)
    return application.exec()


def _leave() -> NoReturn:
    """At once: a decoder that hangs would keep an orderly end waiting."""
    os._exit(0)
