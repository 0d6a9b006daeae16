"""How much a shopper is likely to care for an offer, from what is known of her before it was ever shown."""

from math import log1p
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.contract.offer import Offer
from kiosk.contract.rule import Condition, Rules
from kiosk.offers.situation import Situation

VISITS_PER_TASTE = 10.0
"""A taste of 1 counts like so many visits at which she bought goods of that kind."""

_Kind: TypeAlias = Literal["interest", "segment"]


class Traces(Struct, frozen=True):
    """What one shopper's past says of one offer; whatever is not known is 0.

    `visits` are those at which she bought anything that the offer is for. The means are visits per product, type of
    product and category that the offer is for. `popularity` is the share of all shoppers who ever bought anything it
    is for, `kept` how often she took this very offer before.
    """

    visits: float = 0.0
    product_mean: float = 0.0
    type_mean: float = 0.0
    category_mean: float = 0.0
    popularity: float = 0.0
    kept: int = 0


def score_affinity(traces: Traces) -> float:
    """The logarithm of how much likelier she is to take the offer than one of which nothing is known; never below 0.

    The weights are those of a conditional logit over the Type A campaigns of the Complete Journey data, rounded:
    `kiosk offers evaluate` says how well they rank the campaigns that they were not fitted to.
    """
    return (
        1.0 * log1p(traces.visits)
        + 0.7 * log1p(traces.product_mean)
        + 0.6 * log1p(traces.type_mean)
        + 0.2 * log1p(traces.category_mean)
        + 0.17 * log1p(1000 * traces.popularity)
        + 1.1 * log1p(traces.kept)
    )


def trace_offer(offer: Offer, situation: Situation) -> Traces:
    """What the screen knows: her tastes and segments, as far as the offer's audience asks for them.

    The other traces stay 0. What she bought and kept no screen is told or remembers, for it is nobody's business there;
    and how an offer does with all shoppers is no promise but evidence, which the tallies of the posterior count.
    """
    person = situation.person
    if person is None:
        return Traces()
    named = _list_names(offer.audience)
    tastes = [(person.interests or {}).get(name, 0.0) for kind, name in named if kind == "interest"]
    shared = sum(kind == "segment" and name in person.segments for kind, name in named)
    taste = sum(tastes) / len(tastes) if tastes else 0.0
    return Traces(type_mean=VISITS_PER_TASTE * taste, category_mean=shared)


def _list_names(rules: Rules) -> set[tuple[_Kind, str]]:
    """The tastes and segments that speak for an offer; what it is not for says nothing."""
    names: set[tuple[_Kind, str]] = set()
    for rule in (*rules.all, *rules.any):
        match rule:
            case str():
                names.add(("segment", rule))
            case Condition(interest=str(name)):
                names.add(("interest", name))
            case _:
                names |= _list_names(rule)
    return names
