"""Says how good a ranking was, in the three figures that are usual, and how sure one can be of their means."""

from collections.abc import Sequence
from random import Random
from statistics import fmean

from msgspec import Struct

TOP = 5
RESAMPLES = 1000


class Quality(Struct, frozen=True):
    """How one list was ranked: each from 0 to 1, the more the better.

    `hit` is the chance that one of the first `TOP` was right, `mrr` the mean of 1 / rank of the first right one,
    `auc` the chance that a right one stands before a wrong one. Equal scores stand in any order, with equal chance.
    """

    hit: float
    mrr: float
    auc: float


class Interval(Struct, frozen=True):
    """A mean, and between what bounds it would be found in 95 of 100 samples like this one."""

    mean: float
    low: float
    high: float


def judge_ranking(scores: Sequence[float], is_right: Sequence[bool], chance: Random) -> Quality:
    """Judge one list of at least one right and one wrong item; ties are broken by chance, over and over."""
    right = [score for score, good in zip(scores, is_right, strict=True) if good]
    wrong = [score for score, good in zip(scores, is_right, strict=True) if not good]
    best = max(right)
    before = sum(score > best for score in scores)
    ranks = [before + rank for rank in _draw_ranks(scores.count(best), right.count(best), chance)]
    auc = fmean((good > bad) + 0.5 * (good == bad) for good in right for bad in wrong)
    return Quality(fmean(rank <= TOP for rank in ranks), fmean(1 / rank for rank in ranks), auc)


def _draw_ranks(ties: int, right: int, chance: Random) -> list[int]:
    """Ranks that the first right one may have among its equals."""
    if ties == right:
        return [1]
    return [1 + min(chance.sample(range(ties), right)) for _ in range(50)]


def resample_mean(values: Sequence[float], chance: Random, resamples: int = RESAMPLES) -> Interval:
    """The mean of at least one value with its bootstrap interval (percentiles).

    Source: B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979).
    """
    drawn = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(resamples))
    return Interval(fmean(values), *cut_percentiles(drawn))


def cut_percentiles(drawn: Sequence[float]) -> tuple[float, float]:
    """The bounds that hold the middle 95 % of sorted values."""
    cut = int(0.025 * len(drawn))
    return drawn[cut], drawn[-1 - cut]
