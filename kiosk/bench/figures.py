"""What a pile of times comes to, and whether that is good enough."""

import math
from collections.abc import Sequence
from typing import Self

from msgspec import Struct


class Figures(Struct, frozen=True):
    """Quantiles of `count` times, in milliseconds."""

    count: int
    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Self:
        """The figures of these times, given in seconds."""
        p50, p95, p99 = (round(find_quantile(seconds, share) * 1000, 3) for share in (0.5, 0.95, 0.99))
        return cls(len(seconds), p50, p95, p99)

    def __str__(self) -> str:
        """One line to read."""
        return f"p50 {self.p50:.1f} ms, p95 {self.p95:.1f}, p99 {self.p99:.1f} (n={self.count})"


class Verdict(Struct, frozen=True):
    """A target and what was measured: `what` says of what, `at_most` is the bound, beyond `warns_at` one shall look."""

    what: str
    at_most: float
    measured: float
    warns_at: float = math.inf

    @property
    def is_met(self) -> bool:
        """Whether the target is reached; a figure that could not be had reaches none."""
        return self.measured <= self.at_most

    def __str__(self) -> str:
        """One line to read."""
        met = "missed" if not self.is_met else "met" if self.measured <= self.warns_at else "met, but look into it"
        return f"target <= {self.at_most:g} {self.what}: {self.measured:.2f}, {met}"


def find_quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of all (above 0, at most 1) do not exceed; of none it is not a number.

    Source: nearest rank, as in Hyndman and Fan (1996), definition 1: it is always a value that was really measured.
    """
    if not values:
        return math.nan
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def divide(one: float, other: float) -> float:
    """The ratio; not a number where there is nothing to compare with."""
    return one / other if other else math.nan
