"""Weighs what other screens say they have seen, for on a shop's broker anybody may speak in a screen's name."""

from functools import lru_cache

from kiosk.offers.posterior import Tally

MOST_BELIEVED = 50
"""All that others say of an offer weighs as much as so many showings here: enough for a screen that is new, and soon
outweighed by what it sees itself."""

MOST_WEIGHED = 4096
"""So many findings are remembered: two for each offer of a large choice in each kind of hour."""


@lru_cache(MOST_WEIGHED)
def weigh_hearsay(told: tuple[Tally, ...]) -> Tally:
    """What the others say, as a tally of at most `MOST_BELIEVED` showings: who shouts is no louder than who counts.

    Nobody's showings count as more than that, and all together are scaled down to it again.
    """
    # A decision weighs hundreds of tallies, most of them as the one before: one loop takes a third of the time of four
    # sums, and what is remembered a tenth of that.
    shown = looked = tapped = redeemed = 0.0
    for tally in told:
        if most := tally.shown:
            weight = 1.0 if most <= MOST_BELIEVED else MOST_BELIEVED / most
            # Nothing is looked at, tapped for or redeemed more often than it was shown, whatever is said.
            shown += weight * most
            looked += weight * min(tally.looked, most)
            tapped += weight * min(tally.tapped, most)
            redeemed += weight * min(tally.redeemed, most)
    share = 1.0 if shown <= MOST_BELIEVED else MOST_BELIEVED / shown
    return Tally(round(share * shown), round(share * looked), round(share * tapped), round(share * redeemed))
