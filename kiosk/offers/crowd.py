"""How many an offer is meant for: one that reaches very few would tell bystanders something of whom it is shown to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from itertools import chain

from msgspec.structs import replace

from kiosk.contract.rule import Rules
from kiosk.contract.shopper import Shopper
from kiosk.offers.audience import reaches
from kiosk.offers.needs import Kind, list_names, list_needs
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.situation import Situation

REMEMBERED = 4_096
SHOPPERS_PER_K = 10
"""A store that knows fewer shoppers than this for each of k is being tried out: there every audience is small, and the
rule would silence all of them."""


class Crowd:
    """The shoppers whom the store knows, by what they have; immutable, so what was counted holds for the minute."""

    def __init__(self, shoppers: Mapping[str, Shopper]) -> None:
        self._shoppers = shoppers
        self._indices = cache(self._index_by)
        self._are_enough = lru_cache(REMEMBERED)(self._count_up)

    def hides(self, audience: Rules, situation: Situation) -> bool:
        """Whether whoever is reached goes unnoticed among others whom the audience reaches here and now.

        It must reach `Policy.k_anonymity` of all shoppers known to the store, of whom she is one; or anybody.
        """
        k = situation.policy.k_anonymity
        if k <= 1 or len(self._shoppers) < SHOPPERS_PER_K * k:
            return True
        # Windows of the week begin and end with a minute.
        return self._are_enough(audience, situation.zones, situation.local.replace(second=0, microsecond=0), k)

    def _index_by(self, kind: Kind) -> Mapping[str, list[Shopper]]:
        index: defaultdict[str, list[Shopper]] = defaultdict(list)
        for shopper in self._shoppers.values():
            for name in list_names(shopper, kind):
                index[name].append(shopper)
        return dict(index)

    def _count_up(self, audience: Rules, zones: frozenset[str], minute: datetime, k: int) -> bool:
        situation = Situation(zones, minute, 0.0, None, NOTHING_SHOWN, 0.0)
        if reaches(audience, situation):
            return True
        reached: set[str] = set()
        for one in self._list_candidates(audience):
            if reaches(audience, replace(situation, shopper=one)):
                # Who has two of these things counts once.
                reached.add(one.key)
            if len(reached) == k:
                return True
        return False

    def _list_candidates(self, audience: Rules) -> Iterable[Shopper]:
        """Those who may be reached: who has one of the rarest things that the audience needs, else all."""
        needs = (
            [self._indices(kind).get(name, []) for kind, name in need]
            for need in list_needs(audience)
            if all(kind != "zone" for kind, _ in need)
        )
        rarest = min(needs, key=lambda need: sum(map(len, need)), default=None)
        if rarest is None:
            return self._shoppers.values()
        return chain.from_iterable(rarest)
