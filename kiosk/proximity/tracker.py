"""Makes of sightings who is near: quick to welcome, calm at the edge, patient with a beacon that is seldom heard."""

from kiosk.proximity.nearness import Nearness
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.visit import NEVER, Presence, Visit

MOST = 20_000


class Tracker:
    """Who is near, and where; a shopper is near in one zone at a time, and leaves it before she is near in another.

    All times are monotonic seconds from one clock; a step backwards counts as no time at all. At most `MOST` shoppers
    are kept in mind: more are nobody until some of them are forgotten.
    """

    def __init__(self, near_m: float, far_factor: float, dwell_s: float, leave_s: float) -> None:
        self._nearness = Nearness(near_m, near_m * far_factor, dwell_s, leave_s)
        self._visits: dict[str, Visit] = {}
        self._now = 0.0

    def observe(self, sighting: Sighting) -> list[Presence]:
        """Take a sighting; returns what it changed."""
        self._now = max(self._now, sighting.heard_at)
        visit = self._visits.get(sighting.shopper) or self._open_visit(sighting)
        return visit.observe(sighting, self._now) if visit else []

    def tick(self, now_mono: float) -> list[Presence]:
        """Let time pass; returns who was long enough near, or silent."""
        self._now = max(self._now, now_mono)
        events = [event for visit in self._visits.values() for event in visit.judge(self._now)]
        self._forget()
        return events

    def next_due(self) -> float | None:
        """When `tick` has something to say if nothing is heard until then; `None`: not before the next sighting."""
        due = min((visit.next_due() for visit in self._visits.values()), default=NEVER)
        return None if due == NEVER else due

    def _open_visit(self, sighting: Sighting) -> Visit | None:
        if len(self._visits) >= MOST:
            self._forget()
        if len(self._visits) >= MOST or sighting.kind == "left" or sighting.in_reach:
            return None
        return self._visits.setdefault(sighting.shopper, Visit(sighting.shopper, self._nearness))

    def _forget(self) -> None:
        self._visits = {shopper: visit for shopper, visit in self._visits.items() if not visit.is_over(self._now)}
