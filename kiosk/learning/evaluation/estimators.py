"""Estimates what another policy would have earned, from the log of the one that ran.

Sources: IPS, Horvitz and Thompson, JASA 47 (1952); SNIPS, Swaminathan and Joachims, NeurIPS 2015; DR, Dudik, Langford
and Li, ICML 2011.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeAlias

from msgspec import Struct

from kiosk.learning.evaluation.bandit_log import Round
from kiosk.learning.evaluation.figures import Interval, cut_percentiles

SHRINKAGE = 100.0
"""The model of DR pulls an item's click rate towards that of all items as strongly as so many impressions."""

Shares: TypeAlias = Mapping[tuple[int, int], float]
"""How often a policy shows an item in a place, by (item, position); the items of a place sum to 1."""


class Estimate(Struct, frozen=True):
    """Clicks per impression; `sample` is how many impressions the log is worth for this question (Kish)."""

    ips: Interval
    snips: Interval
    dr: Interval
    sample: float


class _Term(Struct, frozen=True):
    """One impression's part: its weight, the weighted click, and what DR adds up."""

    weight: float
    earned: float
    robust: float


def tell_shares(log: Sequence[Round]) -> Shares:
    """How often the policy that wrote this log showed each item in each place."""
    shown: defaultdict[tuple[int, int], int] = defaultdict(int)
    places: defaultdict[int, int] = defaultdict(int)
    for one in log:
        shown[one.item, one.position] += 1
        places[one.position] += 1
    return {key: count / places[key[1]] for key, count in shown.items()}


def estimate_value(log: Sequence[Round], shares: Shares, chance: Random, resamples: int) -> Estimate:
    """What a policy with these shares would have earned, with bootstrap intervals, by a log of at least two rounds."""
    terms = _list_terms(log, shares)
    drawn = [_reckon(chance.choices(terms, k=len(terms))) for _ in range(resamples)]
    ips, snips, dr = (
        Interval(point, *cut_percentiles(sorted(figures)))
        for point, figures in zip(_reckon(terms), zip(*drawn, strict=True), strict=True)
    )
    total, squares = sum(term.weight for term in terms), sum(term.weight**2 for term in terms)
    return Estimate(ips, snips, dr, total**2 / squares if squares else 0.0)


def _reckon(terms: Sequence[_Term]) -> tuple[float, float, float]:
    """IPS, SNIPS and DR."""
    count, earned = len(terms), sum(term.earned for term in terms)
    weight = sum(term.weight for term in terms)
    return earned / count, earned / weight if weight else 0.0, sum(term.robust for term in terms) / count


def _list_terms(log: Sequence[Round], shares: Shares) -> list[_Term]:
    """Each half of the log is judged by the click rates of the other, or the model would know the answers."""
    halves = log[::2], log[1::2]
    return [
        term
        for half, other in zip(halves, reversed(halves), strict=True)
        for term in _weigh_rounds(half, shares, _fit_rates(other))
    ]


def _weigh_rounds(log: Sequence[Round], shares: Shares, rates: Mapping[int, float]) -> list[_Term]:
    expected: defaultdict[int, float] = defaultdict(float)
    for (item, position), share in shares.items():
        expected[position] += share * rates[item]
    terms: list[_Term] = []
    for one in log:
        weight = shares.get((one.item, one.position), 0.0) / one.propensity
        surprise = one.is_clicked - rates[one.item]
        terms.append(_Term(weight, weight * one.is_clicked, expected[one.position] + weight * surprise))
    return terms


def _fit_rates(log: Sequence[Round]) -> Mapping[int, float]:
    """Clicks per impression of each item; of one that was never shown, those of all."""
    shown: defaultdict[int, int] = defaultdict(int)
    clicks: defaultdict[int, int] = defaultdict(int)
    for one in log:
        shown[one.item] += 1
        clicks[one.item] += one.is_clicked
    overall = sum(clicks.values()) / len(log)
    rates = {item: (clicks[item] + SHRINKAGE * overall) / (shown[item] + SHRINKAGE) for item in shown}
    return defaultdict(lambda: overall, rates)
