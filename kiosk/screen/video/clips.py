"""The video that is on the glass and the next one, which waits at its first frame: so no change shows a gap."""

import logging
from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.screen.gui_thread.bridge import Bridge
from kiosk.screen.images.shelf import Shelf
from kiosk.screen.images.shelves import locate_frame
from kiosk.screen.video.clip import Clip, OpenPlayer, Video

MOST_FRAMES = 4
"""On the shelf: one of each clip that is there, and of one that is about to go."""

_logger = logging.getLogger(__name__)


class Clips(QObject):
    """Holds at most two that play, wait or fade out; belongs to the GUI thread.

    The next one takes up to half a second to be ready: it begins as soon as there is room for it, even while the one
    before fades out behind a picture, or a picture that stays no longer than its fade would wait for it.

    `ready` says that the one on the glass has its first frame. `on_refused` hears the hash of one that cannot be
    played. A clip that QML was handed leaves when QML says so, for it alone knows when nothing of it is seen.
    """

    ready = Signal()

    def __init__(
        self,
        frames: Shelf,
        open_player: OpenPlayer,
        on_refused: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frames = frames
        self._open_player = open_player
        self._on_refused = on_refused
        self._bridge = Bridge(self._look)
        self._numbers = count(1)
        self._showing = ""
        self._on: Clip | None = None
        self._going: Clip | None = None
        self._next: Clip | None = None
        self._wanted: Video | None = None

    @property
    def on_glass(self) -> Clip | None:
        """The one that is shown, or will be with its first frame."""
        return self._on

    def take(self, showing: str, video: Video) -> Clip:
        """The clip of this showing, which plays from now on; the same one for the same showing."""
        if self._on and (self._showing, self._on.video) == (showing, video):
            return self._on
        coming, self._next, self._wanted = self._next, None, None
        if coming and coming.video != video:
            coming.leave()
            coming = None
        self.release()
        self._showing = showing
        self._on = coming or self._open(video)
        self._on.play()
        return self._on

    def release(self) -> None:
        """Something else is shown from now on: what was on the glass goes as soon as it is covered."""
        going, self._on = self._on, None
        if self._going:
            self._going.stop()
        self._going = going
        if going and not going.is_ready:
            going.leave()  # it never was on the glass

    def halt(self) -> None:
        """What is on the glass lies behind something else: it stands still, and is silent."""
        self._showing = ""
        if self._on:
            self._on.stop()

    def foresee(self, showing: str, video: Video | None) -> None:
        """What comes next: this video, no video, or once more what is shown now."""
        if self._on and showing == self._showing:
            self._on.repeat()
            video = None
        self._wanted = video
        self._prepare()

    def close(self) -> None:
        """End all of them."""
        self._bridge.close()
        self._wanted = None
        for clip in self._list_clips():
            clip.leave()

    def _list_clips(self) -> list[Clip]:
        return [clip for clip in (self._on, self._going, self._next) if clip]

    def _look(self) -> None:
        for clip in self._list_clips():
            clip.look()

    def _prepare(self) -> None:
        if self._next and self._next.video != self._wanted:
            self._next.leave()
        if self._wanted and not self._next and not (self._on and self._going):
            self._next = self._open(self._wanted)

    def _open(self, video: Video) -> Clip:
        name = str(next(self._numbers))
        clip = Clip(video, partial(self._show, name, count()), self._bridge.wake, self._open_player, self)
        clip.ready.connect(partial(self._tell_ready, clip))
        clip.failed.connect(partial(self._regret, clip))
        clip.left.connect(partial(self._forget, clip, name))
        return clip

    def _show(self, name: str, numbers: "count[int]", frame: QImage) -> str:
        self._frames.put(name, frame)
        return locate_frame(name, next(numbers))

    def _tell_ready(self, clip: Clip) -> None:
        if clip is self._on:
            self.ready.emit()

    def _regret(self, clip: Clip) -> None:
        _logger.warning("a video was passed over: it does not play")
        if clip is self._next:
            self._wanted = None
        if clip.is_ready and clip is not self._next:
            clip.stop()
        else:
            clip.leave()
        self._on_refused(clip.video.sha256)

    def _forget(self, clip: Clip, name: str) -> None:
        self._frames.drop(name)
        self._on, self._going, self._next = (
            None if one is clip else one for one in (self._on, self._going, self._next)
        )
        clip.deleteLater()
        self._prepare()
