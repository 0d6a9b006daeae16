"""Which of several eligible offers comes first."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.contract.offer import Offer
from kiosk.offers.eligibility import Situation


class Ranker(Protocol):
    """Chooses one offer; the place where a ranker that learns is plugged in."""

    def __call__(self, offers: Sequence[Offer], situation: Situation) -> Offer:
        """The best of these offers, of which there is at least one."""


def rank_by_priority(offers: Sequence[Offer], situation: Situation) -> Offer:
    """The offer of the highest priority; among equals the one shown least in the last hour, then by id."""
    shown, mono = situation.shown, situation.mono
    return min(offers, key=lambda offer: (-offer.priority, shown.count_hour(offer.id, mono), offer.id))
