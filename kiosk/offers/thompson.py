"""Chooses by a draw: each offer as often as it may well be the best, and now and then any, so that all are learnt of.

Source: W. R. Thompson, "On the likelihood that one unknown probability exceeds another in view of the evidence of two
samples", Biometrika 25 (1933).
"""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from kiosk.offers.posterior import Belief, Evidence, form_belief

VERSION = "thompson-1"
"""Counted up whenever the same evidence and seed could lead to another choice."""
DRAWS = 200
"""So many lotteries estimate a propensity: its standard error is at most 0.035."""


class Chance(Protocol):
    """Where chance comes from, as `random.Random` has it."""

    def random(self) -> float:
        """A number from [0, 1)."""
        ...

    def betavariate(self, alpha: float, beta: float, /) -> float:
        """A draw from a Beta distribution."""
        ...


class Lottery(Struct, frozen=True):
    """All that a choice among equals depends on: whoever draws it again with the same seed chooses the same.

    `explore` is the share of choices at which each candidate is as likely as any other.
    """

    policy: str
    seed: str
    cell: str
    explore: float
    candidates: tuple[Evidence, ...]


class Drawn(Struct, frozen=True):
    """The candidate's place in the lottery, and whether it came up by exploring."""

    place: int
    explored: bool


def draw(lottery: Lottery, chance: Chance) -> Drawn:
    """Choose among at least one candidate."""
    if chance.random() < lottery.explore:
        return Drawn(int(chance.random() * len(lottery.candidates)), explored=True)
    return Drawn(_find_best(_form_beliefs(lottery), chance), explored=False)


def reckon_propensity(lottery: Lottery, place: int, chance: Chance) -> float:
    """How likely the candidate in this place was to be chosen, by `DRAWS` draws; never 0 while there is exploring.

    The belief that it is the best is estimated with one draw added to each side, so that it is never said to be none.
    """
    beliefs = _form_beliefs(lottery)
    count = len(beliefs)
    wins = sum(_find_best(beliefs, chance) == place for _ in range(DRAWS))
    best = (wins + 1) / (DRAWS + count)
    return lottery.explore / count + (1 - lottery.explore) * best


def _form_beliefs(lottery: Lottery) -> list[Belief]:
    return [form_belief(evidence) for evidence in lottery.candidates]


def _find_best(beliefs: Sequence[Belief], chance: Chance) -> int:
    draws = [chance.betavariate(belief.alpha, belief.beta) for belief in beliefs]
    return draws.index(max(draws))
