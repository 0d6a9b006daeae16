"""Weighs what other screens say they have seen, for on a shop's broker anybody may speak in a screen's name."""

from collections.abc import Sequence

from kiosk.offers.posterior import Tally

MOST_BELIEVED = 50
"""All that others say of an offer weighs as much as so many showings here: enough for a screen that is new, and soon
outweighed by what it sees itself."""


def weigh_hearsay(told: Sequence[Tally]) -> Tally:
    """What the others say, as a tally of at most `MOST_BELIEVED` showings: who shouts is no louder than who counts.

    Nobody's showings count as more than that, and all together are scaled down to it again.
    """
    tallies = [tally for tally in told if tally.shown]
    weights = [min(1.0, MOST_BELIEVED / tally.shown) for tally in tallies]
    shown = _sum_up(weights, [tally.shown for tally in tallies])
    share = min(1.0, MOST_BELIEVED / shown) if shown else 0.0
    # Nothing is looked at, tapped for or redeemed more often than it was shown, whatever is said.
    return Tally(
        round(share * shown),
        round(share * _sum_up(weights, [min(tally.looked, tally.shown) for tally in tallies])),
        round(share * _sum_up(weights, [min(tally.tapped, tally.shown) for tally in tallies])),
        round(share * _sum_up(weights, [min(tally.redeemed, tally.shown) for tally in tallies])),
    )


def _sum_up(weights: Sequence[float], counts: Sequence[int]) -> float:
    return sum(weight * count for weight, count in zip(weights, counts, strict=True))
