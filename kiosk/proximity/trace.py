"""One device at one zone: how far away it is, smoothed, and how often it is heard."""

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.proximity.sighting import Sighting

NEARER_S = 0.4
"""Who comes nearer is believed fast: a body in the way weakens a signal, and nothing strengthens one by chance."""
FARTHER_S = 1.5
TWIN_S = 0.03
"""Some gateways tell one advert twice, on two topics; a beacon's own adverts are farther apart."""
LONGEST_SILENCE_S = 60.0
STATE_S = 300.0
"""So long a gateway's word holds that somebody is there: one that gives no strength speaks only when that changes."""
STRAY_GAP_S = 10.0
"""One gap alone counts for no more, for it may be the broker or a body that was in the way: who then leaves for good
must not be waited for as if her device were always so seldom heard."""
_INTERVALS_OF_SILENCE = 3.5
_INTERVAL_WEIGHT = 0.3
_NEAREST_M = 0.05


class Trace(Struct, frozen=True):
    """What the sightings of one shopper in one zone come to.

    `last` is the latest of them, `metres` their smoothed distance, `interval_s` the smoothed time between them.
    """

    last: Sighting
    metres: float
    interval_s: float = 0.0

    @property
    def reading_m(self) -> float:
        """The latest distance as it was measured."""
        return max(self.last.distance_m, _NEAREST_M)

    @property
    def stated_m(self) -> float:
        """The gateway's own latest distance; 0 where it states none."""
        return self.last.stated_m or 0.0

    def follow(self, sighting: Sighting) -> "Trace":
        """The trace after one more sighting; the same advert again, or an older one, changes nothing."""
        gap_s = sighting.heard_at - self.last.heard_at
        if gap_s < TWIN_S:
            return self
        return replace(self, last=sighting, metres=self._smooth(sighting, gap_s), interval_s=self._pace(gap_s))

    def hold(self, heard_at: float) -> "Trace":
        """The trace of a device that is still in reach, as near as it was measured last."""
        return replace(self, last=replace(self.last, heard_at=max(self.last.heard_at, heard_at)))

    def silence_due(self, leave_s: float) -> float:
        """The monotonic time at which silence means gone: a beacon that is heard seldom is waited for longer."""
        if is_state(self.last):
            return self.last.heard_at + STATE_S
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
        gap_s = min(gap_s, max(STRAY_GAP_S, _INTERVALS_OF_SILENCE * self.interval_s))
        if not self.interval_s:
            return gap_s
        return self.interval_s + _INTERVAL_WEIGHT * (gap_s - self.interval_s)


def begin_trace(sighting: Sighting) -> Trace:
    """The first sighting is taken as it stands."""
    return Trace(sighting, max(sighting.distance_m, _NEAREST_M))


def is_state(sighting: Sighting) -> bool:
    """Whether a gateway only says that somebody is there, without any measure of how near."""
    return sighting.fast_m is None and sighting.stated_m is None and sighting.rssi is None and not sighting.distance_m
