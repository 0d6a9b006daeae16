"""When the status is due: at once after a change, but not in a torrent, and now and then in any case."""

import math

SHORTEST_S = 1.0
LONGEST_S = 30.0


class Pace:
    """Decides when to speak; all times are monotonic seconds. It begins due."""

    def __init__(self) -> None:
        self._changed = True
        self._spoke_at = -math.inf

    def note_change(self) -> None:
        """There is news; safe from any thread."""
        self._changed = True

    def begin_anew(self) -> None:
        """Somebody may have said something else meanwhile: speak at once."""
        self._changed = True
        self._spoke_at = -math.inf

    def wait_s(self, now: float) -> float:
        """Seconds until the status is due; 0: now."""
        return max(0.0, self._spoke_at + (SHORTEST_S if self._changed else LONGEST_S) - now)

    def take(self, now: float) -> bool:
        """Whether to speak now; if so, it is taken as done, and news from here on will be told later."""
        if self.wait_s(now) > 0:
            return False
        self._changed = False
        self._spoke_at = now
        return True
