"""Makes the room that joins the gateways' feed to the tracker: what the network hears becomes who is near."""

from collections.abc import Callable

from kiosk.app.givens import Givens
from kiosk.contract.instant import NEVER
from kiosk.core.events import Event
from kiosk.proximity.feed import Feed
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker


class Presence:
    """Who is near, for the conductor; `drain` gives what the feed heard since it was last asked."""

    def __init__(self, tracker: Tracker, drain: Callable[[], list[Sighting]]) -> None:
        self._tracker = tracker
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


def make_presence(givens: Givens, feed: Feed | None) -> Presence | None:
    """By the distances and times of the settings; `None`: nobody is listened to."""
    if feed is None:
        return None
    near = givens.settings.proximity
    return Presence(Tracker(near.near_m, near.far_factor, near.dwell_s, near.leave_s), feed.drain)
