"""Says that messages of opted-in shoppers' devices were dropped: seldom, by reason, without a word of their content."""

import logging
from collections import Counter

SELDOM_S = 60.0

_log = logging.getLogger(__name__)


class Complaints:
    """Counts by reason, and logs the counts at once and then at most once a minute."""

    def __init__(self) -> None:
        self._counts = Counter[str]()
        self._due_at = 0.0

    def note(self, reason: str, now: float) -> None:
        """One message was dropped at `now`, in monotonic seconds."""
        self._counts[reason] += 1
        if now >= self._due_at:
            counts = ", ".join(f"{count} x {reason}" for reason, count in self._counts.items())
            _log.warning("presence messages dropped: %s", counts)
            self._counts.clear()
            self._due_at = now + SELDOM_S
