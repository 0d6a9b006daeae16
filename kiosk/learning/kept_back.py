"""Why each offer was no choice, in so few words that every decision can be logged with them, and how they are read.

What was held back from somebody is named with its rule. Of the rest the log says only of which catalogue they were: an
offer that is for her, here and now, is a candidate or is named, and so the offer itself tells why it is neither.
Nothing here says what is known of her. Offers that are held back to measure them are not named either: which those are
is drawn for each shopper once, and so would be as good as a name of hers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.offer import Id, Offer
from kiosk.contract.rule import Name
from kiosk.offers.catalogue import UNSUITED
from kiosk.offers.crowd import EXPOSING
from kiosk.offers.eligibility import Exclusion, find_exclusion
from kiosk.offers.ranking import Considered
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.situation import Situation

OUTRANKED = "outranked"
"""Of offers that might have been shown, were none of them more important."""
MOST = 100_000
HERS = "audience_or_control"
"""Of offers that are not for her, or that she is not shown to measure them: the log does not tell which."""
_PLAIN = (Exclusion.ZONE, Exclusion.VALIDITY, Exclusion.DAYPART)
"""The rules that ask nothing of the shopper."""


class KeptBack(Struct, frozen=True, omit_defaults=True):
    """`catalogue` is the version of what a screen in `zones` knew; `held` names offers with what kept them back."""

    catalogue: Name
    zones: tuple[Name, ...] = ()
    held: Annotated[Mapping[Id, Name], Meta(max_length=MOST)] = {}


def record_kept_back(considered: Considered, candidates: Iterable[str]) -> KeptBack:
    """What kept back all but these candidates."""
    selection = considered.selection
    ranked = {offer.id for offer in considered.ranked}
    held = {offer_id: why for offer_id, why in selection.held.items() if why != Exclusion.CONTROL}
    held |= {offer.id: EXPOSING for offer in selection.offers if offer.id not in ranked}
    held |= dict.fromkeys(sorted(ranked.difference(candidates)), OUTRANKED)
    return KeptBack(considered.catalogue.version, tuple(sorted(considered.zones)), held)


def count_passed_over(considered: Considered) -> dict[str, int]:
    """How many offers were no choice, by what kept them back; those that were outranked were one."""
    selection = considered.selection
    counts = Counter(selection.held.values())
    counts[EXPOSING] = len(selection.offers) - len(considered.ranked)
    counts[UNSUITED] = selection.unsuited
    return {why: count for why, count in counts.items() if count}


def tell_reasons(
    kept_back: KeptBack, candidates: Iterable[str], offers: Iterable[Offer], local: datetime
) -> Iterator[tuple[str, str]]:
    """Why each of these offers was no candidate at this time of the store's: its id, and the code of the rule.

    They must be those of `kept_back.catalogue`. The code is that of an `Exclusion`, or one of this room's own.
    """
    anybody = Situation(frozenset(kept_back.zones), local, 0.0, None, NOTHING_SHOWN, 0.0)
    chosen_from = frozenset(candidates)
    for offer in offers:
        if offer.id not in chosen_from:
            yield offer.id, kept_back.held.get(offer.id) or _name_rule(offer, anybody)


def _name_rule(offer: Offer, anybody: Situation) -> str:
    """Of an offer that is not named: what keeps it from anybody, and else it is kept from her."""
    exclusion = find_exclusion(offer, anybody)
    return exclusion.value if exclusion and exclusion in _PLAIN else HERS
