"""What an hour came to: how long people waited, how often the screen changed, and how fairly it was shared."""

from collections.abc import Sequence
from statistics import quantiles

from msgspec import Struct


class Findings(Struct, frozen=True):
    """Waits are seconds from having come near to one's own offer; shares lie between 0 and 1.

    Of `came_by` people `greeted` came near, of whom `served` got an offer; `waited` did not get it at once.
    `offers` were shown, of so many `kinds`. `fairness` is Jain's index over the seconds that the screen gave to each of
    those who waited.
    """

    seed: int
    came_by: int
    greeted: int
    served: int
    waited: int
    wait_p50_s: float
    wait_p95_s: float
    wait_longest_s: float
    changes: int
    offers: int
    kinds: int
    bookmarks: int
    fairness: float

    def describe(self) -> str:
        """The same in a sentence or two, to be read by a person."""
        return (
            f"Of {self.came_by} who came by, {self.greeted} came near; {self.served} of them got an offer, "
            f"{self.waited} did not get it at once. "
            f"Half of those served waited at most {self.wait_p50_s:.1f} s, 95 % at most {self.wait_p95_s:.1f} s, the "
            f"longest {self.wait_longest_s:.1f} s. The screen changed {self.changes} times, {self.offers} times to an "
            f"offer for somebody, of {self.kinds} kinds; {self.bookmarks} were kept. "
            f"Fairness among those who waited: {self.fairness:.2f} of 1."
        )


def reckon_fairness(shares: Sequence[float]) -> float:
    """Jain's index: 1 where all have the same, 1/n where one of n has all; 1 where there is nothing to share.

    Source: R. Jain, D. Chiu, W. Hawe, A Quantitative Measure of Fairness, DEC-TR-301 (1984).
    """
    squares = sum(share * share for share in shares)
    return sum(shares) ** 2 / (len(shares) * squares) if squares else 1.0


def find_percentile(values: Sequence[float], percent: int) -> float:
    """That percentile of the values; 0 where there are none."""
    if len(values) <= 1:
        return sum(values)
    return quantiles(values, n=100, method="inclusive")[percent - 1]
