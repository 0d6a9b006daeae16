"""Makes of sightings who is near: quick to welcome, calm at the edge, patient with a beacon that is seldom heard."""

from dataclasses import dataclass, field
from typing import TypeAlias

from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.trace import LONGEST_SILENCE_S, Trace

CLEARLY = 0.6
"""Within this part of `near_m` nobody hovers at the edge: such a shopper is greeted at once, without dwell."""
MARGIN = 0.7
"""Another zone takes a shopper over only if she is this much nearer to it, and
for so long: a signal swings by 30 % in a hand that lies still."""
SWITCH_S = 1.0
FORGET_S = 2 * LONGEST_SILENCE_S

Presence: TypeAlias = ShopperNear | ShopperLeft


@dataclass(slots=True)
class _Visit:
    """One shopper: her traces by zone, the zone she is near in, and the one she seems to come to since when."""

    traces: dict[str, Trace] = field(default_factory=dict[str, Trace])
    zone: str | None = None
    coming_to: str | None = None
    coming_since: float = 0.0


class Tracker:
    """Who is near, and where; a shopper is near in one zone at a time, and leaves it before she is near in another.

    All times are monotonic seconds from one clock; a step backwards counts as no time at all.
    """

    def __init__(self, near_m: float, far_factor: float, dwell_s: float, leave_s: float) -> None:
        self._near_m = near_m
        self._far_m = near_m * far_factor
        self._dwell_s = dwell_s
        self._leave_s = leave_s
        self._visits: dict[str, _Visit] = {}
        self._now = 0.0

    def observe(self, sighting: Sighting) -> list[Presence]:
        """Take a sighting; returns what it changed."""
        self._now = max(self._now, sighting.heard_at)
        visit = self._visits.setdefault(sighting.shopper, _Visit())
        trace = visit.traces.get(sighting.zone)
        visit.traces[sighting.zone] = Trace.begin(sighting) if trace is None else trace.follow(sighting)
        return self._judge(sighting.shopper, visit)

    def tick(self, now_mono: float) -> list[Presence]:
        """Let time pass; returns who was long enough near, or silent."""
        self._now = max(self._now, now_mono)
        events = [event for shopper, visit in self._visits.items() for event in self._judge(shopper, visit)]
        self._visits = {shopper: visit for shopper, visit in self._visits.items() if not self._is_over(visit)}
        return events

    def next_due(self) -> float | None:
        """When `tick` has something to say if nothing is heard until then; `None`: not before the next sighting."""
        return min((due for visit in self._visits.values() for due in self._list_dues(visit)), default=None)

    def _judge(self, shopper: str, visit: _Visit) -> list[Presence]:
        events: list[Presence] = []
        if visit.zone is not None and self._has_left(visit.traces[visit.zone]):
            events.append(ShopperLeft(shopper, visit.zone))
            visit.zone = None
        self._look_for_zone(visit)
        if visit.coming_to is not None and self._now >= self._arrival_due(visit, visit.coming_to):
            if visit.zone is not None:
                events.append(ShopperLeft(shopper, visit.zone))
            events.append(_greet(visit.traces[visit.coming_to]))
            visit.zone, visit.coming_to = visit.coming_to, None
        return events

    def _look_for_zone(self, visit: _Visit) -> None:
        coming_to = self._find_nearest(visit)
        if coming_to != visit.coming_to:
            visit.coming_to, visit.coming_since = coming_to, self._now

    def _find_nearest(self, visit: _Visit) -> str | None:
        """The zone that she seems to come to; `None`: she is near none, or stays where she is."""
        limit_m = self._near_m if visit.zone is None else min(self._near_m, MARGIN * visit.traces[visit.zone].metres)
        rivals = [
            (trace.metres, zone)
            for zone, trace in visit.traces.items()
            if zone != visit.zone and trace.metres <= limit_m and not self._is_silent(trace)
        ]
        return min(rivals)[1] if rivals else None

    def _arrival_due(self, visit: _Visit, zone: str) -> float:
        if visit.zone is not None:
            return visit.coming_since + max(SWITCH_S, self._dwell_s)
        clear = visit.traces[zone].metres <= CLEARLY * self._near_m
        return visit.coming_since + (0.0 if clear else self._dwell_s)

    def _has_left(self, trace: Trace) -> bool:
        return trace.metres > self._far_m or self._is_silent(trace)

    def _is_silent(self, trace: Trace) -> bool:
        return self._now >= trace.silence_due(self._leave_s)

    def _list_dues(self, visit: _Visit) -> list[float]:
        dues: list[float] = []
        if visit.zone is not None:
            dues.append(visit.traces[visit.zone].silence_due(self._leave_s))
        if visit.coming_to is not None:
            dues.append(self._arrival_due(visit, visit.coming_to))
        return dues

    def _is_over(self, visit: _Visit) -> bool:
        return visit.zone is None and all(self._now - trace.last.heard_at > FORGET_S for trace in visit.traces.values())


def _greet(trace: Trace) -> ShopperNear:
    last = trace.last
    return ShopperNear(last.shopper, last.zone, last.heard_at, last.trigger, round(trace.metres, 2))
