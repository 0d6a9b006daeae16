"""Whether an offer is meant for the one who stands before the screen, here and now."""

from kiosk.contract.rule import Condition, Rule, Rules, Trait
from kiosk.contract.shopper import Shopper
from kiosk.offers.situation import Situation
from kiosk.offers.truth import OPPOSITES, TRUTHS, Truth


def reaches(audience: Rules, situation: Situation) -> bool:
    """Whether it is certain that this audience holds the situation's shopper; of anybody nothing is certain."""
    return weigh_all(audience, situation) is Truth.YES


def is_open(audience: Rules) -> bool:
    """Whether the offer is for everybody and may be shown to anybody."""
    return not (audience.all or audience.any or audience.none)


def weigh_all(rules: Rules, situation: Situation) -> Truth:
    """Whether these rules hold together."""
    truths = [weigh(rule, situation) for rule in rules.all]
    truths += [OPPOSITES[weigh(rule, situation)] for rule in rules.none]
    if rules.any:
        truths.append(max(weigh(rule, situation) for rule in rules.any))
    return min(truths, default=Truth.YES)


def weigh(rule: Rule, situation: Situation) -> Truth:
    """Whether one rule holds."""
    if isinstance(rule, str):
        person = situation.person
        return TRUTHS[rule in person.segments if person else None]
    if rule.zone is not None:
        return TRUTHS[not situation.zones.isdisjoint(rule.zone)]
    if rule.time is not None:
        return TRUTHS[rule.time.covers(situation.local)]
    if not is_open(rule):
        return weigh_all(rule, situation)
    if rule.trait is not None:
        return TRUTHS[_measure(rule.trait, situation)]
    return TRUTHS[_ask(rule, situation.person)]


def _measure(trait: Trait, situation: Situation) -> bool | None:
    """Whether she has so much of it; `None`: it is not known. Of what is known to be nothing, no bound holds."""
    if situation.person is None or situation.traits is None:
        return None
    amount = situation.traits.get(trait.name)
    return amount is not None and trait.hold(amount)


def _ask(rule: Condition, person: Shopper | None) -> bool | None:
    """Whether a condition about the shopper herself holds; `None`: it is not known."""
    if person is None:
        return None
    if rule.visits is not None:
        return None if person.visits is None else rule.visits.hold(person.visits)
    if rule.interest is not None and rule.at_least is not None:
        return None if person.interests is None else person.interests.get(rule.interest, 0.0) >= rule.at_least
    return None if person.language is None else person.language in (rule.language or ())
