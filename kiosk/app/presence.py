"""Joins the gateways' feed to the tracker: what the network hears becomes who is near."""

from collections.abc import Callable

from kiosk.core.events import Event
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker

NEVER = float("inf")


class Presence:
    """Who is near, for the conductor; there may be no feed yet, or never one."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._drain: Callable[[], list[Sighting]] = list

    def connect(self, drain: Callable[[], list[Sighting]]) -> None:
        """Hear this feed from now on."""
        self._drain = drain

    def perceive(self, mono: float) -> list[Event]:
        """What changed up to this monotonic time, in seconds."""
        events: list[Event] = [event for sighting in self._drain() for event in self._tracker.observe(sighting)]
        if mono >= self.next_due():
            events += self._tracker.tick(mono)
        return events

    def next_due(self) -> float:
        """When `perceive` has something to say though nothing is heard."""
        due = self._tracker.next_due()
        return NEVER if due is None else due
