"""One device at one zone: how far away it is, smoothed, and how often it is heard."""

import math
from dataclasses import dataclass, replace
from typing import Self

from kiosk.proximity.sighting import Sighting

NEARER_S = 0.25
"""Who comes nearer is believed fast: a body in the way weakens a signal, and nothing strengthens one by chance."""
FARTHER_S = 1.2
LONGEST_SILENCE_S = 60.0
_INTERVALS_OF_SILENCE = 3.5
_INTERVAL_WEIGHT = 0.3
_NEAREST_M = 0.05


@dataclass(frozen=True, slots=True)
class Trace:
    """What the sightings of one shopper in one zone come to.

    `last` is the latest of them, `metres` their smoothed distance, `interval_s` the smoothed time between them.
    """

    last: Sighting
    metres: float
    interval_s: float = 0.0

    @classmethod
    def begin(cls, sighting: Sighting) -> Self:
        """The first sighting is taken as it stands."""
        return cls(sighting, max(sighting.distance_m, _NEAREST_M))

    def follow(self, sighting: Sighting) -> "Trace":
        """The trace after one more sighting; one that is older than the last changes nothing."""
        gap_s = sighting.heard_at - self.last.heard_at
        if gap_s < 0:
            return self
        return replace(self, last=sighting, metres=self._smooth(sighting, gap_s), interval_s=self._pace(gap_s))

    def silence_due(self, leave_s: float) -> float:
        """The monotonic time at which silence means gone: a beacon that is heard seldom is waited for longer."""
        interval_s = max(self.interval_s, self.last.interval_s or 0.0)
        return self.last.heard_at + max(leave_s, min(_INTERVALS_OF_SILENCE * interval_s, LONGEST_SILENCE_S))

    def _smooth(self, sighting: Sighting, gap_s: float) -> float:
        # In logarithms, because noise is in decibels: it multiplies metres.
        step = math.log(max(sighting.distance_m, _NEAREST_M) / self.metres)
        weight = 1 - math.exp(-gap_s / (NEARER_S if step < 0 else FARTHER_S))
        return self.metres * math.exp(weight * step)

    def _pace(self, gap_s: float) -> float:
        if gap_s > LONGEST_SILENCE_S:
            return self.interval_s
        if not self.interval_s:
            return gap_s
        return self.interval_s + _INTERVAL_WEIGHT * (gap_s - self.interval_s)
