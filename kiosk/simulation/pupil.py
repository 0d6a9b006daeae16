"""Learns from the hour as a screen does: from what it shows, how long that stays, and what is tapped."""

from kiosk.core.effects import AnnounceShown, AnnounceTap
from kiosk.learning.feedback import Feedback
from kiosk.learning.memory import Memory
from kiosk.learning.ranker import LearntRanker


class Pupil:
    """Begins knowing nothing, as a new screen; `explore` is the share of choices left to chance alone."""

    def __init__(self, screen: str, explore: float) -> None:
        self._screen = screen
        self._explore = explore
        self._feedback = Feedback()
        self._memory = Memory()

    def rank(self) -> LearntRanker:
        """How offers are ranked by what is known now."""
        return LearntRanker(self._memory, self._screen, self._explore)

    def learn(self, said: AnnounceShown | AnnounceTap, at_s: float) -> bool:
        """Take in what is said of the glass at this time of the hour, in seconds; whether it taught anything."""
        feedback = self._feedback
        gains = feedback.take_shown(said, at_s) if isinstance(said, AnnounceShown) else feedback.take_tap(said)
        for gain in gains:
            self._memory = self._memory.note(self._screen, gain.offer, gain.cell, gain.tally)
        return bool(gains)
