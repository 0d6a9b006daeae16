"""One shopper before the screen: in which zone she is near, if in any, and what would change that."""

from typing import TypeAlias

from msgspec import Struct, field

from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.nearness import Nearness
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.trace import LONGEST_SILENCE_S, Trace, begin_trace

MARGIN = 0.6
"""Another zone takes a shopper over only if she is this much nearer to it, and for so long: a signal swings by 30 % in
a hand that lies still."""
SWITCH_S = 1.5
FARTHEST_M = 16.0
"""Whom the gateway itself states to be farther is not near, however strong one reading is (ESPresense's own bound)."""
FORGET_S = 2 * LONGEST_SILENCE_S
NEVER = float("inf")

Presence: TypeAlias = ShopperNear | ShopperLeft


class Visit(Struct):
    """A shopper's traces by zone, the zone she is near in, and the one she seems to come to, and since when.

    `away_s` is the evidence that she has left her zone (`Nearness.add_departure`). Times are monotonic seconds; `now`
    never steps back.
    """

    shopper: str
    nearness: Nearness
    traces: dict[str, Trace] = field(default_factory=dict[str, Trace])
    zone: str | None = None
    away_s: float = 0.0
    coming_to: str | None = None
    coming_since: float = 0.0

    def observe(self, sighting: Sighting, now: float) -> list[Presence]:
        """Take a sighting of this shopper; returns what it changed."""
        before = self.traces.get(sighting.zone)
        if sighting.kind == "left":
            return [] if before is None else self._take_leave(before, sighting, now)
        if sighting.in_reach:
            return self._hold(sighting, now)
        after = begin_trace(sighting) if before is None else before.follow(sighting)
        self.traces[sighting.zone] = after
        if before is not None and sighting.zone == self.zone:
            gap_s = after.last.heard_at - before.last.heard_at
            self.away_s = self.nearness.add_departure(self.away_s, after.reading_m, gap_s)
        return self.judge(now)

    def judge(self, now: float) -> list[Presence]:
        """What the time has changed."""
        events = self._end() if self._has_left(now) else []
        self._look_for_zone(now)
        if self.coming_to is not None and now >= self._arrival_due(self.coming_to):
            events += self._end()
            events.append(_greet(self.traces[self.coming_to]))
            self.zone, self.coming_to = self.coming_to, None
        return events

    def next_due(self) -> float:
        """When `judge` has something to say if nothing is heard until then; `NEVER`: not before the next sighting."""
        leave_due = NEVER if self.zone is None else self._silence_due(self.traces[self.zone])
        arrival_due = NEVER if self.coming_to is None else self._arrival_due(self.coming_to)
        return min(leave_due, arrival_due)

    def is_over(self, now: float) -> bool:
        """Whether nothing of this shopper matters any more."""
        return self.zone is None and all(now - trace.last.heard_at > FORGET_S for trace in self.traces.values())

    def _hold(self, sighting: Sighting, now: float) -> list[Presence]:
        """A device in reach keeps who is near from leaving by silence; it brings nobody near."""
        if sighting.zone == self.zone:
            self.traces[sighting.zone] = self.traces[sighting.zone].hold(sighting.heard_at)
        return self.judge(now)

    def _take_leave(self, before: Trace, sighting: Sighting, now: float) -> list[Presence]:
        """A gateway says that she is gone: it is believed, unless it had said so before she was last heard."""
        if sighting.heard_at < before.last.heard_at:
            return []
        events = self._end() if sighting.zone == self.zone else []
        del self.traces[sighting.zone]
        return events + self.judge(now)

    def _end(self) -> list[Presence]:
        zone, self.zone, self.away_s = self.zone, None, 0.0
        return [] if zone is None else [ShopperLeft(self.shopper, zone)]

    def _has_left(self, now: float) -> bool:
        if self.zone is None:
            return False
        return self.away_s >= self.nearness.away_s or now >= self._silence_due(self.traces[self.zone])

    def _look_for_zone(self, now: float) -> None:
        coming_to = self._find_nearest(now)
        if coming_to != self.coming_to:
            self.coming_to, self.coming_since = coming_to, now

    def _find_nearest(self, now: float) -> str | None:
        """The zone that she seems to come to; `None`: she is near none, or stays where she is."""
        near_m = self.nearness.near_m
        limit_m = near_m if self.zone is None else min(near_m, MARGIN * self.traces[self.zone].metres)
        rivals = [
            (trace.metres, zone)
            for zone, trace in self.traces.items()
            if zone != self.zone
            and trace.metres <= limit_m
            and trace.stated_m <= FARTHEST_M
            and now < self._silence_due(trace)
        ]
        return min(rivals)[1] if rivals else None

    def _arrival_due(self, zone: str) -> float:
        """Who is clearly near is greeted at once; at the edge, or at another zone, she must be heard again."""
        trace, nearness = self.traces[zone], self.nearness
        if self.zone is None and trace.metres <= nearness.clear_m and trace.stated_m <= nearness.far_m:
            return self.coming_since
        if trace.last.heard_at <= self.coming_since:
            return NEVER
        return self.coming_since + (nearness.dwell_s if self.zone is None else max(SWITCH_S, nearness.dwell_s))

    def _silence_due(self, trace: Trace) -> float:
        return trace.silence_due(self.nearness.leave_s)


def _greet(trace: Trace) -> ShopperNear:
    last = trace.last
    return ShopperNear(last.shopper, last.zone, last.heard_at, last.trigger, round(trace.metres, 2))
