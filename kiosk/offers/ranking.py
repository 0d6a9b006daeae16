"""Which of several eligible offers comes first."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.contract.offer import Offer
from kiosk.offers.audience import is_open
from kiosk.offers.catalogue import Catalogue, Selection
from kiosk.offers.situation import Situation
from kiosk.offers.thompson import Lottery

BY_PRIORITY = "priority-1"

ChosenBy: TypeAlias = Literal["priority", "learnt", "explored"]


class Considered(Struct, frozen=True):
    """What a choice was made from: kept by reference, so that a log can tell of every offer why it was none.

    It is what a screen in these zones knew, and which of that might be shown; `ranked` are those of them in whose
    audience she goes unnoticed.
    """

    catalogue: Catalogue
    zones: frozenset[str]
    selection: Selection
    ranked: Sequence[Offer]


class Choice(Struct, frozen=True):
    """The offer that comes first, by which policy, and why.

    `lottery` is what it was drawn from, and tells its propensity; without one there was nothing to draw: it is 1.
    `considered` is what it was chosen from, for the log.
    """

    offer: Offer
    policy: str
    chosen_by: ChosenBy
    lottery: Lottery | None = None
    considered: Considered | None = None


Ranker: TypeAlias = Callable[[Sequence[Offer], Situation], Choice]
"""Chooses the best of at least one offer: the place where a ranker that learns is plugged in."""


def rank_by_priority(offers: Sequence[Offer], situation: Situation) -> Choice:
    """The best tier's offer that was least shown in the last hour."""
    shown, mono = situation.shown, situation.mono
    first = min(list_best_tier(offers), key=lambda offer: (shown.count_hour(offer.id, mono), offer.id))
    return Choice(first, BY_PRIORITY, "priority")


def list_best_tier(offers: Sequence[Offer]) -> list[Offer]:
    """The offers of the highest priority; among them only those meant for somebody, if there are any."""
    best = min(map(_name_tier, offers))
    return [offer for offer in offers if _name_tier(offer) == best]


def _name_tier(offer: Offer) -> tuple[int, bool]:
    return -offer.priority, is_open(offer.audience)
