"""Which shelves a member is drawn to: what she looks at, wishes for, buys and lingers before, the latest most."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from kiosk.hub.domain.profile.fact import Fact, Kind

MOST_SHELVES = 20
HALF_LIFE = timedelta(days=30)
"""After so long something counts half. All halve alike, so that shares move by what she does, and by no clock."""
_MINUTE_S = 60.0
_MOST_MINUTES = 10.0
_WEIGHTS: dict[Kind, float] = {"viewed": 1, "added": 3, "wished": 3, "ordered": 5, "bought": 5}


def weigh_interests(facts: Iterable[Fact], now: datetime) -> dict[str, float]:
    """The share of each shelf in all her interest, the greatest first; the shares add up to 1 at most.

    A minute before a shelf weighs as much as a look at goods of it on the web, ten minutes at most at a time.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    for fact in facts:
        for shelf in fact.detail.shelves:
            weights[shelf] += _weigh(fact) * 0.5 ** ((now - fact.at) / HALF_LIFE) / len(fact.detail.shelves)
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_SHELVES]
    return {shelf: round(weight / total, 3) for shelf, weight in ranked if weight > 0}


def _weigh(fact: Fact) -> float:
    if fact.kind == "visited":
        return min(fact.detail.seconds / _MINUTE_S, _MOST_MINUTES)
    return _WEIGHTS.get(fact.kind, 0.0)
