"""Who has how much of one thing, kept so that all who have enough of it are found at once."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

People: TypeAlias = int
"""A set of people: bit n stands for the one with the number n."""

ONE_IN_SO_MANY = 512
"""What fewer have is kept as a list: a set is as long as there are people, and rare things may be many."""


class Scale:
    """Amounts by the number of who has them, at least one, of so many people; immutable.

    The ranks of the amounts are kept as one set for each of their binary digits: a bit-sliced index, described by
    P. O'Neil and D. Quass, "Improved query performance with variant indexes" (1997).
    """

    def __init__(self, amounts: Mapping[int, float], people: int) -> None:
        self._people = people
        self._few = amounts if len(amounts) * ONE_IN_SO_MANY < people else None
        if self._few is None:
            self._owners = collect(amounts, people)
            self._steps = sorted(set(amounts.values()))
            self._digits = _slice_ranks(amounts, self._steps, people)

    def find(self, at_least: float) -> People:
        """All who have so much of it, or more."""
        if self._few is not None:
            return collect((number for number, amount in self._few.items() if amount >= at_least), self._people)
        return self._find_from(bisect_left(self._steps, at_least))

    def _find_from(self, rank: int) -> People:
        if rank == len(self._steps):
            return 0
        more, same = 0, self._owners
        for digit in reversed(range(len(self._digits))):
            both = same & self._digits[digit]
            if rank >> digit & 1:
                same = both
            else:
                more |= both
                same ^= both
        return more | same


def _slice_ranks(amounts: Mapping[int, float], steps: Sequence[float], people: int) -> list[People]:
    ranks = {amount: rank for rank, amount in enumerate(steps)}
    return [
        collect((number for number, amount in amounts.items() if ranks[amount] >> digit & 1), people)
        for digit in range((len(steps) - 1).bit_length())
    ]


def collect(numbers: Iterable[int], people: int) -> People:
    """The set of those with these numbers, of so many people."""
    octets = bytearray(people // 8 + 1)
    for number in numbers:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")
