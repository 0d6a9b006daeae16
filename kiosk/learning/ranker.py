"""Ranks by what was learnt: the memory of one moment, so that the core stays a function of what it was given."""

from collections.abc import Sequence
from random import Random

from msgspec import Struct

from kiosk.contract.offer import Offer
from kiosk.learning.memory import Memory
from kiosk.offers.affinity import score_affinity, trace_offer
from kiosk.offers.posterior import Evidence, name_cell
from kiosk.offers.ranking import Choice, ChosenBy, list_best_tier
from kiosk.offers.situation import Situation
from kiosk.offers.thompson import VERSION, Lottery, draw, reckon_propensity


class LearntRanker(Struct, frozen=True):
    """A `Ranker`; `explore` is the share of choices left to chance alone.

    Priority rules first, and equals are drawn for. The draw's seed is the screen and its time to the microsecond.
    """

    memory: Memory
    screen: str
    explore: float

    def __call__(self, offers: Sequence[Offer], situation: Situation) -> Choice:
        """Choose the best of at least one offer."""
        tier = sorted(list_best_tier(offers), key=lambda offer: offer.id)
        lottery = self._hold_lottery(tier, situation)
        place, chosen_by = draw_again(lottery)
        return Choice(tier[place], VERSION, chosen_by, lottery)

    def _hold_lottery(self, tier: Sequence[Offer], situation: Situation) -> Lottery:
        cell = name_cell(situation)
        candidates = tuple(self._gather(offer, cell, situation) for offer in tier)
        return Lottery(VERSION, f"{self.screen}/{situation.local.isoformat()}", cell, self.explore, candidates)

    def _gather(self, offer: Offer, cell: str, situation: Situation) -> Evidence:
        here, elsewhere = self.memory.recall(offer.id, cell, self.screen)
        return Evidence(offer.id, score_affinity(trace_offer(offer, situation)), here, elsewhere)


def draw_again(lottery: Lottery) -> tuple[int, ChosenBy]:
    """The place of the candidate that is chosen, and why; the same at each call."""
    drawn = draw(lottery, Random(lottery.seed))  # noqa: S311 # it must be foreseeable, and keeps no secret
    if len(lottery.candidates) == 1:
        return drawn.place, "priority"
    return drawn.place, "explored" if drawn.explored else "learnt"


def estimate_propensity(lottery: Lottery, offer: str) -> float:
    """How likely this candidate was to be chosen; the same at each call."""
    place = [candidate.offer for candidate in lottery.candidates].index(offer)
    chance = Random(f"{lottery.seed}/propensity")  # noqa: S311 # as above
    return reckon_propensity(lottery, place, chance)
