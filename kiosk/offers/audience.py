"""Whether an offer is meant for the one who stands before the screen, here and now."""

from kiosk.contract.daypart import Daypart
from kiosk.contract.rule import Condition, Rule, Rules, Visits
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
    match rule:
        case str():
            person = situation.person
            return TRUTHS[rule in person.segments if person else None]
        case Condition(zone=tuple(zones)):
            return TRUTHS[not situation.zones.isdisjoint(zones)]
        case Condition(time=Daypart() as time):
            return TRUTHS[time.covers(situation.local)]
        case _ if is_open(rule):
            return TRUTHS[_ask(rule, situation.person)]
        case _:
            return weigh_all(rule, situation)


def _ask(rule: Condition, person: Shopper | None) -> bool | None:
    """Whether a condition about the shopper herself holds; `None`: it is not known."""
    match rule:
        case _ if person is None:
            return None
        case Condition(visits=Visits() as visits):
            return None if person.visits is None else visits.hold(person.visits)
        case Condition(interest=str(name), at_least=float(bound)):
            return None if person.interests is None else person.interests.get(name, 0.0) >= bound
        case _:
            return None if person.language is None else person.language in (rule.language or ())
