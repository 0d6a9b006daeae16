"""Which segments a member is in: by the rules that offers have for their audiences, over what is reckoned of her."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from kiosk.contract.rule import Condition, Rule, Rules, Trait
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper
from kiosk.hub.domain.profile.trait import DAY, SINCE, TRAITS, Traits
from kiosk.hub.models.members.member import Member
from kiosk.offers.audience import reaches
from kiosk.offers.shown import Shown
from kiosk.offers.situation import Situation


class RulesRefused(ValueError):
    """Rules that no segment can have; the text says which, and what to write."""


def describe_member(member: Member, traits: Traits, now: datetime) -> Situation:
    """The member as rules see her; she allows that offers are chosen by it, or nobody may ask."""
    shopper = Shopper(
        member.key,
        segments=frozenset(member.segments),
        language=member.language,
        consents=frozenset({PERSONAL_OFFERS}),
        visits=member.visits,
        interests={**member.interests, **traits.shelves},
    )
    return Situation(frozenset(), now, 0.0, shopper, Shown(), 0.0, traits=traits.amounts)


def find_segments(rules: Mapping[str, Rules], situation: Situation) -> set[str]:
    """The names of the segments that hold her."""
    return {name for name, rule in rules.items() if reaches(rule, situation)}


def find_next_turn(rules: Mapping[str, Rules], traits: Traits, now: datetime) -> datetime | None:
    """When the days alone that pass may next bring her into one of these segments, or out of it."""
    turns = [
        traits.last[SINCE[trait.name]] + days
        for rule in rules.values()
        for trait in list_traits(rule)
        if SINCE.get(trait.name) in traits.last
        for days in _list_bounds(trait)
    ]
    return min((turn for turn in turns if turn > now), default=None)


def check_rules(rules: Rules, computed: Mapping[str, Rules]) -> None:
    """Raise `RulesRefused` for what is no question about a member, or about what nobody reckons."""
    asked = list(_list_rules(rules))
    if not asked:
        message = "a segment needs a rule: it would hold everybody"
        raise RulesRefused(message)
    for rule in asked:
        if isinstance(rule, str) and rule in computed:
            message = "a segment may ask for those that were given by hand alone, and for no other with rules"
            raise RulesRefused(message)
        if isinstance(rule, Condition) and (rule.zone is not None or rule.time is not None):
            message = "a segment asks of the member, and of no zone and no time"
            raise RulesRefused(message)
        if isinstance(rule, Condition) and rule.trait is not None and rule.trait.name not in TRAITS:
            message = f"there is no such trait; there are {', '.join(TRAITS)}"
            raise RulesRefused(message)


def list_traits(rules: Rules) -> Iterator[Trait]:
    """The traits that they ask for, however deep."""
    for rule in _list_rules(rules):
        if isinstance(rule, Condition) and rule.trait is not None:
            yield rule.trait


def _list_bounds(trait: Trait) -> Iterator[timedelta]:
    if trait.at_least is not None:
        yield trait.at_least * DAY
    if trait.at_most is not None:
        yield (trait.at_most + 1) * DAY


def _list_rules(rules: Rules) -> Iterator[Rule]:
    for rule in (*rules.all, *rules.any, *rules.none):
        yield rule
        if isinstance(rule, Condition):
            yield from _list_rules(rule)
