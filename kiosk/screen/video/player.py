"""Plays one video: has a process decode it, and takes its frames on a thread of its own."""

from collections.abc import Callable
from contextlib import suppress
from socket import SHUT_RDWR, socketpair
from threading import Event, Thread

from PySide6.QtGui import QImage

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.job import Job
from kiosk.screen.video.process import run_decoder
from kiosk.screen.video.wire import Kind, LineClosed, read_refusal, receive_head, receive_into, send

FIRST_S = 20.0
"""A process that made no frame in that time never will; on a quiet machine it takes a quarter of a second, and nobody
waits for it but the picture before."""

STALL_S = 8.0
"""So long a video may show the same frame: whoever wants that longer would take a picture."""


class Player:
    """Holds a video at its first frame until `play`. Its verbs belong to one thread, and return at once.

    `on_frame` takes each frame, and `on_failed` why there will be none, both on the player's own thread; nothing is
    told after `close` has been called but what is just being told.
    """

    def __init__(
        self,
        job: Job,
        on_frame: Callable[[QImage], None],
        on_failed: Callable[[VideoFlaw], None],
        *,
        first_s: float = FIRST_S,
        stall_s: float = STALL_S,
    ) -> None:
        self._job = job
        self._first_s = first_s
        self._stall_s = stall_s
        self._on_frame = on_frame
        self._on_failed = on_failed
        self._line, self._far_end = socketpair()
        self._may_go_on = Event()
        self._is_closed = False
        self._thread = Thread(target=self._run, name="video", daemon=True)
        self._thread.start()

    def play(self) -> None:
        """Play it once, to its last frame, which stays."""
        self._order(Kind.PLAY)

    def repeat(self) -> None:
        """Play it again and again."""
        self._order(Kind.REPEAT)

    def close(self) -> None:
        """End its process and its thread, now or soon."""
        self._is_closed = True
        self._may_go_on.set()
        with suppress(OSError):
            self._line.shutdown(SHUT_RDWR)

    def join(self) -> None:
        """Wait until they have ended."""
        self._thread.join()

    def _order(self, kind: Kind) -> None:
        with suppress(OSError):  # a process that is gone is noticed where frames are awaited
            send(self._line, kind)
        self._may_go_on.set()

    def _run(self) -> None:
        try:
            with run_decoder(self._job, self._line, self._far_end):
                self._watch()
        except (LineClosed, OSError):
            self._fail(VideoFlaw.NO_FRAME)

    def _watch(self) -> None:
        """Take frames until it is closed. Raises `LineClosed`, and `OSError` where one does not come in time."""
        self._line.settimeout(self._first_s)
        while (kind := self._take()) is not Kind.REFUSED:
            # Before it may go on there will be no second frame, however long that takes.
            self._may_go_on.wait()
            self._line.settimeout(None if kind is Kind.ENDED else self._stall_s)

    def _take(self) -> Kind:
        kind, length = receive_head(self._line)
        if kind is Kind.FRAME:
            self._take_frame(length)
        elif kind is Kind.REFUSED:
            self._fail(read_refusal(self._line, length))
        return kind

    def _take_frame(self, length: int) -> None:
        frame = QImage(*self._job.glass, QImage.Format.Format_RGB32)
        if length != frame.sizeInBytes():
            raise LineClosed
        receive_into(self._line, memoryview(frame.bits()))
        self._on_frame(frame)

    def _fail(self, flaw: VideoFlaw) -> None:
        if not self._is_closed:
            self._on_failed(flaw)
