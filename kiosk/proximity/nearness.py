"""What counts as near: who comes is near within one edge, who goes is gone beyond the other."""

import math

from msgspec import Struct

MOST_WEIGHT = 2.0
"""No single reading counts for more: reflections weaken one by 15 dB and more while nobody moves."""
LONGEST_WEIGHED_S = 1.0
CLEARLY = 0.6
AWAY = 0.6
"""Who walks to the far edge and no farther is so gone after 4 s in the mean and 9 s at p95, in 4 dB of noise and heard
once a second; who stands at the near edge is not sent away by noise."""
_LEAST_FACTOR = 1.1


class Nearness(Struct, frozen=True):
    """Near is within `near_m` metres for `dwell_s` seconds; who is near stays so until `far_m`.

    `leave_s` seconds of silence mean gone.
    """

    near_m: float
    far_m: float
    dwell_s: float
    leave_s: float

    @property
    def clear_m(self) -> float:
        """Within so many metres nobody hovers at the edge."""
        return CLEARLY * self.near_m

    @property
    def away_s(self) -> float:
        """So much evidence means gone: readings at the far edge for so many seconds, or farther ones for fewer."""
        return AWAY * self.leave_s

    def add_departure(self, away_s: float, metres: float, gap_s: float) -> float:
        """The evidence that somebody has gone, after a reading `gap_s` seconds after the last one.

        Source: E. S. Page, Continuous Inspection Schemes, Biometrika 41 (1954): a sum that never falls below zero
        finds a change soonest for a given rate of false alarms. A device that lies still sums up to nothing.
        """
        return max(0.0, away_s + self._weigh(metres) * min(gap_s, LONGEST_WEIGHED_S))

    def _weigh(self, metres: float) -> float:
        """How much a reading speaks for having gone: -1 at the near edge, 1 at the far one, in even steps of decibels.

        Noise is normal in decibels: this is, but for a factor, the logarithm of how much likelier such a reading is
        at the far edge than at the near one.
        """
        factor = max(self.far_m / self.near_m, _LEAST_FACTOR)
        return min(2 * math.log(metres / self.near_m) / math.log(factor) - 1, MOST_WEIGHT)
