"""Which of several eligible offers comes first."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from kiosk.contract.offer import Offer
from kiosk.offers.audience import is_open
from kiosk.offers.eligibility import Situation

Ranker: TypeAlias = Callable[[Sequence[Offer], Situation], Offer]
"""Chooses the best of at least one offer: the place where a ranker that learns is plugged in."""


def rank_by_priority(offers: Sequence[Offer], situation: Situation) -> Offer:
    """The offer of the highest priority; among equals one meant for somebody, then the least shown in the last hour."""
    shown, mono = situation.shown, situation.mono
    return min(
        offers,
        key=lambda offer: (-offer.priority, is_open(offer.audience), shown.count_hour(offer.id, mono), offer.id),
    )
