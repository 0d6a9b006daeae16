"""Plays one video, and sends its frames to the screen; runs in a process of its own."""

import os
from socket import socket
from typing import NoReturn

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QSocketNotifier, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtMultimedia import QAudioOutput, QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.job import Job
from kiosk.screen.video.wire import Kind, LineClosed, receive_head, send

TAIL_MS = 500
"""So much before its end an examination looks again."""

NEARLY = 0.96
"""A video that leaves less of the glass free than this loses a hair of its edges instead."""


class Decoder(QObject):
    """One video, which waits at its first frame until it is told to play."""

    def __init__(self, line: socket, job: Job) -> None:
        super().__init__()
        self._line = line
        self._job = job
        # One for all frames: each of its own would take the system longer than what is painted on it.
        self._glass = QImage(*job.glass, QImage.Format.Format_RGB32)
        self._ground = QColor(job.ground)
        self._sent = -1
        self._is_open = False
        self._may_play = False
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take_frame, Qt.ConnectionType.QueuedConnection)
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
            self._move_on()

    def _move_on(self) -> None:
        if self._may_play:
            self._player.play()
        else:
            self._player.pause()

    def _take_frame(self, _frame: QVideoFrame) -> None:
        """Of frames that came faster than they could be sent, the last one counts."""
        frame = self._sink.videoFrame()
        if not frame.isValid() or frame.startTime() == self._sent:
            return
        is_first, self._sent = self._sent < 0, frame.startTime()
        if self._job.mode == "examine":
            self._examine(is_first=is_first)
        else:
            put_on_glass(frame.toImage(), self._glass, self._ground)
            self._say(Kind.FRAME, memoryview(self._glass.constBits()))

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

    def _say(self, kind: Kind, content: bytes | memoryview = b"") -> None:
        try:
            send(self._line, kind, content)
        except OSError:
            _leave()


def play(line: socket, job: Job) -> int:
    """Be the process that plays it, until the other side hangs up."""
    application = QGuiApplication([])
    _decoder = Decoder(line, job)
    return application.exec()


def put_on_glass(frame: QImage, glass: QImage, ground: QColor) -> None:
    """Paint the frame on it, whole, or over all of it where next to nothing is lost."""
    place = find_place(frame.size(), glass.size())
    glass.fill(ground)
    painter = QPainter(glass)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(place, frame)
    painter.end()


def find_place(frame: QSize, glass: QSize) -> QRect:
    """Where a frame of this size stands; beyond the glass where it is cut."""
    whole = frame.scaled(glass, Qt.AspectRatioMode.KeepAspectRatio)
    is_nearly_full = whole.width() * whole.height() > glass.width() * glass.height() * NEARLY
    if is_nearly_full:
        whole = frame.scaled(glass, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    place = QRect(QPoint(0, 0), whole)
    place.moveCenter(QRect(QPoint(0, 0), glass).center())
    return place


def _leave() -> NoReturn:
    """At once: a decoder that hangs would keep an orderly end waiting."""
    os._exit(0)
