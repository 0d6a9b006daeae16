"""A video as QML sees it: a picture that becomes another one. Light to import: it loads nothing that plays videos."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from msgspec import Struct
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    # Loaded only where there is a video.
    from kiosk.contract.video import VideoFlaw

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1


class Video(Struct, frozen=True):
    """A video by its hash, and where it lies."""

    sha256: str
    path: Path


class Player(Protocol):
    """What a clip asks of whoever plays its video; each verb returns at once."""

    def play(self) -> None:
        """Go on from the first frame."""
        ...

    def repeat(self) -> None:
        """Begin again at the end, and so on."""
        ...

    def close(self) -> None:
        """Play no more."""
        ...


TakeFrame = Callable[[QImage], None]
TakeFlaw: TypeAlias = "Callable[[VideoFlaw], None]"
OpenPlayer = Callable[[Video, TakeFrame, "TakeFlaw"], Player]
"""Holds a video at its first frame; the callables take each frame, or why there is none, on any thread."""


@QmlElement
class Clip(QObject):
    """One showing of a video; belongs to the GUI thread.

    `show` puts a frame on the shelf and answers its address; `wake` asks, from any thread, for `look` to be called.
    `ready` comes with the first frame, `failed` where no more will come, `left` when it plays no more.
    """

    changed = Signal()
    ready = Signal()
    failed = Signal()
    left = Signal()

    def __init__(
        self,
        video: Video,
        show: Callable[[QImage], str],
        wake: Callable[[], None],
        open_player: OpenPlayer,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.video = video
        self._show = show
        self._wake = wake
        self._frame = ""
        self._newest: deque[QImage] = deque(maxlen=1)
        self._flaw: VideoFlaw | None = None
        self._player = open_player(video, self._note_frame, self._note_flaw)

    @Property(str, notify=changed)
    def frame(self) -> str:
        """The address of the newest frame; empty before the first."""
        return self._frame

    @property
    def address(self) -> str:
        """As `frame`, for Python."""
        return self._frame

    @property
    def is_ready(self) -> bool:
        """Whether its first frame is there."""
        return self._frame != ""

    @Slot()
    def leave(self) -> None:
        """Nobody sees it any more."""
        self._player.close()
        self.left.emit()

    def stop(self) -> None:
        """Let the newest frame stand."""
        self._player.close()

    def play(self) -> None:
        """Go on from the first frame."""
        self._player.play()

    def repeat(self) -> None:
        """Begin again at the end, and so on."""
        self._player.repeat()

    def look(self) -> None:
        """Take what came since: a frame that another one followed meanwhile came too late."""
        if self._flaw:
            self.failed.emit()
        elif self._newest:
            was_ready, self._frame = self.is_ready, self._show(self._newest.pop())
            self.changed.emit()
            if not was_ready:
                self.ready.emit()

    def _note_frame(self, frame: QImage) -> None:
        self._newest.append(frame)
        self._wake()

    def _note_flaw(self, flaw: "VideoFlaw") -> None:
        self._flaw = flaw
        self._wake()
