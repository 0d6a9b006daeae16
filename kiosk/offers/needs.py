"""What a shopper must have for an offer to be hers at all: the catalogue files an offer under it."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from kiosk.contract.rule import Condition, Rule, Rules
from kiosk.offers.situation import Situation

Key: TypeAlias = tuple[Literal["segment", "interest", "language", "zone"], str]
"""A thing that a rule asks for by name."""

Need: TypeAlias = frozenset[Key]
"""Keys of which a situation must have at least one."""


def list_needs(rules: Rules) -> list[Need]:
    """Every need that these rules have; without any, a look at the offer itself must tell."""
    needs = [need for rule in rules.all for need in _list_rule_needs(rule)]
    choices = [min(_list_rule_needs(rule), key=len, default=None) for rule in rules.any]
    known = [choice for choice in choices if choice is not None]
    if known and len(known) == len(choices):
        needs.append(frozenset[Key]().union(*known))
    return needs


def list_keys(situation: Situation) -> Iterator[Key]:
    """All keys that a situation has."""
    for zone in situation.zones:
        yield "zone", zone
    person = situation.person
    if person is None:
        return
    for segment in person.segments:
        yield "segment", segment
    for interest in person.interests or ():
        yield "interest", interest
    if person.language is not None:
        yield "language", person.language


def _list_rule_needs(rule: Rule) -> list[Need]:
    match rule:
        case str():
            return [frozenset({("segment", rule)})]
        case Condition(interest=str(name), at_least=float(bound)) if bound > 0:
            return [frozenset({("interest", name)})]
        case Condition(language=tuple(languages)):
            return [frozenset(("language", language) for language in languages)]
        case Condition(zone=tuple(zones)):
            return [frozenset(("zone", zone) for zone in zones)]
        case _:
            return list_needs(rule)
