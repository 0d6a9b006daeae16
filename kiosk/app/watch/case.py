"""What is known of one thread from look to look, and when it is begun anew."""

import logging

from kiosk.app.watch.watched import Watched
from kiosk.backoff import Backoff

DEAD = "dead"
STUCK = "stuck"
MOST_STUCK = 3
"""So often one that is stuck gets another in its place: each that never comes to stays in memory."""
WELL_S = 300.0
"""Who was well for so long is begun anew at once when it falls again."""

_log = logging.getLogger(__name__)


class Case:
    """One thread; all times are monotonic seconds."""

    def __init__(self, watched: Watched, backoff: Backoff) -> None:
        self._watched = watched
        self._backoff = backoff
        self._beats = -1
        self._moved_at = 0.0
        self._falls = 0
        self._stuck = 0
        self._due = 0.0
        self.revivals = 0

    @property
    def name(self) -> str:
        """The thread's."""
        return self._watched.name

    def look(self, now: float) -> str | None:
        """What ails it, `DEAD` or `STUCK`; it is begun anew then, but not more often than makes sense."""
        ailment = self._diagnose(now)
        if ailment is None:
            if now - self._due > WELL_S:
                self._falls = self._stuck = 0
        elif now >= self._due and self._stuck < MOST_STUCK:
            self._treat(ailment, now)
        return ailment

    def _diagnose(self, now: float) -> str | None:
        watched = self._watched
        if watched.is_dead:
            return DEAD
        if not watched.is_busy or watched.beats != self._beats:
            self._beats, self._moved_at = watched.beats, now
            return None
        return STUCK if now - self._moved_at > watched.patience_s else None

    def _treat(self, ailment: str, now: float) -> None:
        _log.error("the thread %s is %s, and seen to", self.name, ailment)
        self._falls += 1
        self._stuck += ailment == STUCK
        self._due = now + self._backoff.draw(self._falls)
        self._moved_at = now
        self.revivals += 1
        self._watched.revive()
