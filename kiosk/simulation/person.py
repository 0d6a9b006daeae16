"""One made-up shopper: when she comes, how near, how long she stays, and whether she taps."""

from random import Random

from msgspec import Struct

WALK_M_PER_S = 1.2
"""A stroller's pace; in a hurry people walk at 1.4 m/s."""
_PASSING_SHARE = 0.3
_TAPPING_SHARE = 0.15
_STAY_S = (8.0, 25.0, 60.0)
"""The shortest, the usual and the longest stay before the screen."""


class Person(Struct, frozen=True):
    """Comes from `from_m` metres at `comes_at` seconds, stops at `stop_m` for `stay_s`, and goes as she came.

    Her beacon is heard `hertz` times a second; she taps `taps_after_s` after her offer came up (`None`: not at all).
    """

    key: str
    comes_at: float
    from_m: float
    stop_m: float
    stay_s: float
    hertz: float
    taps_after_s: float | None = None

    @property
    def leaves_at(self) -> float:
        """When she is out of sight again."""
        return self.comes_at + 2 * self._walk_s + self.stay_s

    @property
    def _walk_s(self) -> float:
        return (self.from_m - self.stop_m) / WALK_M_PER_S

    def distance_at(self, at_s: float) -> float:
        """Her true distance from the screen, in metres, while she is in sight."""
        since, until = at_s - self.comes_at, self.leaves_at - at_s
        return max(self.stop_m, self.from_m - WALK_M_PER_S * min(since, until))


def make_people(count: int, seconds: float, members: int, chance: Random) -> list[Person]:
    """So many visits within so many seconds, in the order in which they come; the `members` come in turns."""
    times = sorted(chance.uniform(0, seconds) for _ in range(count))
    return [_make_person(name_member(number % members), at_s, chance) for number, at_s in enumerate(times)]


def name_member(number: int) -> str:
    """The pseudonym of a member."""
    return f"member-{number}"


def _make_person(key: str, comes_at: float, chance: Random) -> Person:
    passes = chance.random() < _PASSING_SHARE
    shortest, usual, longest = _STAY_S
    return Person(
        key=key,
        comes_at=comes_at,
        from_m=8.0,
        stop_m=chance.uniform(3.0, 6.0) if passes else chance.uniform(0.5, 1.8),
        stay_s=0.0 if passes else chance.triangular(shortest, longest, usual),
        hertz=chance.choice((1.0, 2.0, 5.0)),
        taps_after_s=chance.uniform(3.0, 10.0) if chance.random() < _TAPPING_SHARE else None,
    )
