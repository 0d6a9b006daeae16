"""Times what is on the glass: from the frame that brought it to the frame that brought the next."""

from datetime import datetime

from kiosk.core.effects import AnnounceShown
from kiosk.playlog.entry import Showing


class Stopwatch:
    """Runs for one showing at a time; `mono` is monotonic seconds, `at` the same moment in aware time."""

    def __init__(self) -> None:
        self._shown: AnnounceShown | None = None
        self._at: datetime | None = None
        self._since = 0.0
        self._taps = 0

    def begin(self, shown: AnnounceShown, at: datetime, mono: float) -> Showing | None:
        """This is on the glass now; the showing that it ended, if there was one."""
        ended = self.end(mono)
        self._shown, self._at, self._since, self._taps = shown, at, mono, 0
        return ended

    def count_tap(self) -> None:
        """A tap was answered on the glass."""
        self._taps += 1

    def end(self, mono: float) -> Showing | None:
        """Nothing is on the glass any more; what was."""
        shown, at, self._shown = self._shown, self._at, None
        if shown is None or at is None:
            return None
        seconds = round(max(0.0, mono - self._since), 3)
        return Showing(shown.impression, at, seconds, shown.reason, shown.offer, shown.item, self._taps)
