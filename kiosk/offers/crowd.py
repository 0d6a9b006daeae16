"""How many an offer is meant for: one that reaches very few would tell bystanders something of whom it is shown to."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from kiosk.contract.rule import Rules
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper
from kiosk.offers.audience import reaches
from kiosk.offers.census import Census
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.situation import Situation

REMEMBERED = 4_096
EXPOSING = "exposing"
"""Of offers in whose audience no shopper is hidden."""
SHOPPERS_PER_K = 10
"""A store that knows fewer shoppers than this for each of k is being tried out: there every audience is small, and the
rule would silence all of them."""


class Crowd:
    """The shoppers whom the store knows, by their pseudonym; immutable, so what was counted holds for the minute.

    To make one takes a second in a large store, and to ask it none: make it where nobody waits.
    """

    def __init__(self, shoppers: Mapping[str, Shopper]) -> None:
        self.shoppers = shoppers
        # Of the others no audience may ask anything: it reaches them where it reaches anybody.
        self._census = Census([one for one in shoppers.values() if PERSONAL_OFFERS in one.consents])
        self._are_enough = lru_cache(REMEMBERED)(self._count_up)

    def hides(self, audience: Rules, situation: Situation) -> bool:
        """Whether whoever is reached goes unnoticed among others whom the audience reaches here and now.

        It must reach `Policy.k_anonymity` of all shoppers known to the store, of whom she is one; or anybody.
        """
        k = situation.policy.k_anonymity
        if k <= 1 or len(self.shoppers) < SHOPPERS_PER_K * k:
            return True
        # Windows of the week begin and end with a minute.
        return self._are_enough(audience, situation.zones, situation.local.replace(second=0, microsecond=0), k)

    def count_reached(self, audience: Rules, situation: Situation) -> int:
        """How many of them this audience certainly holds at the situation's place and time, whoever stands there."""
        return self._census.count_reached(audience, situation)

    def _count_up(self, audience: Rules, zones: frozenset[str], minute: datetime, k: int) -> bool:
        anybody = Situation(zones, minute, 0.0, None, NOTHING_SHOWN, 0.0)
        return reaches(audience, anybody) or self._census.count_reached(audience, anybody) >= k
