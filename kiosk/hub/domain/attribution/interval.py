"""How sure a share is that was counted among few: intervals of 95 in 100. Pure.

Sources: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212;
R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17
(1998), 873-890, method 10, which combines two of Wilson's. Neither leaves 0 to 1, and both hold for small groups.
"""

from math import sqrt

from msgspec import Struct

_Z = 1.959963984540054
"""The standard normal distribution has 95 % of itself between minus this and this."""


class Group(Struct, frozen=True):
    """So many people, of whom so many bought."""

    people: int
    buyers: int

    @property
    def share(self) -> float:
        """Of one person, how much bought."""
        return self.buyers / self.people


class Interval(Struct, frozen=True):
    """What was counted, and between which bounds the truth lies in 95 of 100 such counts."""

    low: float
    at: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether it leaves no doubt on which side of nothing the truth is."""
        return self.low > 0 or self.high < 0


def bound_share(group: Group) -> Interval:
    """The share of those who buy, by the group's; the group is not empty."""
    people, share = group.people, group.share
    middle = (share + _Z**2 / (2 * people)) / (1 + _Z**2 / people)
    reach = _Z * sqrt(share * (1 - share) / people + _Z**2 / (4 * people**2)) / (1 + _Z**2 / people)
    return Interval(max(middle - reach, 0.0), share, min(middle + reach, 1.0))


def bound_difference(one: Group, other: Group) -> Interval:
    """By how much more of the one group buy than of the other; neither is empty."""
    ours, theirs = bound_share(one), bound_share(other)
    difference = one.share - other.share
    low = difference - sqrt((ours.at - ours.low) ** 2 + (theirs.high - theirs.at) ** 2)
    high = difference + sqrt((ours.high - ours.at) ** 2 + (theirs.at - theirs.low) ** 2)
    return Interval(low, difference, high)
