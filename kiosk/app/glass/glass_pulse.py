"""The GUI's thread as the supervisor sees it: it moves as long as frames reach the glass."""

import faulthandler
from collections.abc import Callable

BEAT_S = 10.0
"""From one frame that is asked for to the next: a still picture has none of itself."""


class GlassPulse:
    """See `kiosk.app.watch.watched`. `clock` is monotonic seconds; `note_frame` belongs to the GUI thread.

    Who alone could begin it anew is whoever started the program: systemd, which hears of frames, too.
    """

    name = "glass"
    patience_s = 3 * BEAT_S
    is_dead = False

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.beats = 0
        self.seen_at: float | None = None
        """When the last frame was swapped that was asked for; `None`: before the first."""

    @property
    def is_busy(self) -> bool:
        """From the first frame on."""
        return self.seen_at is not None

    def note_frame(self) -> None:
        """A frame reached the glass."""
        self.beats += 1
        self.seen_at = self._clock()

    def revive(self) -> None:
        """Say for the log what all threads are at: names of functions alone."""
        faulthandler.dump_traceback()
