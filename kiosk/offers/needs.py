"""What a shopper must have for an offer to be hers at all: the catalogue files an offer under it."""

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias

from kiosk.contract.rule import Condition, Rule, Rules
from kiosk.contract.shopper import Shopper
from kiosk.offers.situation import Situation

Kind: TypeAlias = Literal["segment", "interest", "language", "zone"]
PERSONAL: tuple[Kind, ...] = ("segment", "interest", "language")

Key: TypeAlias = tuple[Kind, str]
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
    if situation.person:
        for kind in PERSONAL:
            for name in list_names(situation.person, kind):
                yield kind, name


def list_names(person: Shopper, kind: Kind) -> Collection[str]:
    """What a shopper has of this kind; a place is none of hers."""
    match kind:
        case "segment":
            return person.segments
        case "interest":
            return person.interests or ()
        case "language":
            return () if person.language is None else (person.language,)
        case _:
            return ()


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
