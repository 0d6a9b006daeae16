"""Which of several eligible offers comes first."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from kiosk.contract.offer import Offer
from kiosk.offers.eligibility import Situation

Ranker: TypeAlias = Callable[[Sequence[Offer], Situation], Offer]
"""Chooses the best of at least one offer: the place where a ranker that learns is plugged in."""


def rank_by_priority(offers: Sequence[Offer], situation: Situation) -> Offer:
    """The offer of the highest priority; among equals the one shown least in the last hour, then by id."""
    shown, mono = situation.shown, situation.mono
    return min(offers, key=lambda offer: (-offer.priority, shown.count_hour(offer.id, mono), offer.id))
