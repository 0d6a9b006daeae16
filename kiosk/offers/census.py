"""Weighs an audience for all shoppers at once: one by one, a large store would take longer than a decision may.

The truths are those of `truth.py`. A rule splits the people into those of whom it certainly holds, those of whom it
does not, and those of whom that is not known; of a set of people each is one bit, and of rules `and`, `or` and `not`
are those of the sets.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.contract.rule import Condition, Rule, Rules, Trait, Visits
from kiosk.contract.shopper import Shopper
from kiosk.offers.audience import is_open, reaches
from kiosk.offers.scale import People, Scale
from kiosk.offers.situation import Situation

_Trait: TypeAlias = tuple[Literal["segment", "visits", "interest", "language"], str]
_VISITS: _Trait = ("visits", "")
# Nothing of that sort has no name: these are of all of whom something of the sort is known.
_INTERESTS: _Trait = ("interest", "")
_LANGUAGES: _Trait = ("language", "")


class _Split(Struct, frozen=True):
    """Of whom a rule certainly holds, and of whom it may hold for all that is known."""

    certain: People
    possible: People


class Census:
    """What is known of each of these people, by what it is; immutable. To take it takes a second in a large store."""

    def __init__(self, people: Sequence[Shopper]) -> None:
        amounts: defaultdict[_Trait, dict[int, float]] = defaultdict(dict)
        for number, person in enumerate(people):
            for trait, amount in _list_traits(person):
                amounts[trait][number] = amount
        self._all = (1 << len(people)) - 1
        self._scales = {trait: Scale(held, len(people)) for trait, held in amounts.items()}

    def count_reached(self, audience: Rules, situation: Situation) -> int:
        """How many of them this audience certainly holds at this place and time; of whose situation does not matter."""
        return self._weigh_all(audience, situation).certain.bit_count()

    def _weigh_all(self, rules: Rules, situation: Situation) -> _Split:
        splits = [self._weigh(rule, situation) for rule in rules.all]
        splits += [self._oppose(self._weigh(rule, situation)) for rule in rules.none]
        if rules.any:
            splits.append(_join(self._weigh(rule, situation) for rule in rules.any))
        certain = possible = self._all
        for split in splits:
            certain &= split.certain
            possible &= split.possible
        return _Split(certain, possible)

    def _weigh(self, rule: Rule, situation: Situation) -> _Split:  # noqa: PLR0911 # a line for each kind
        match rule:
            case str():
                members = self._find(("segment", rule))
                return _Split(members, members)
            case Condition(visits=Visits() as visits):
                return self._split(self._find_visitors(visits), _VISITS)
            case Condition(interest=str(name), at_least=float() | int() as bound):
                return self._split(self._find(("interest", name), bound) if bound else self._all, _INTERESTS)
            case Condition(language=tuple(languages)):
                return self._split(_join_sets(self._find(("language", name)) for name in languages), _LANGUAGES)
            case Condition(trait=Trait()):
                return _Split(0, self._all)  # no screen knows any
            case _ if not is_open(rule):
                return self._weigh_all(rule, situation)
            case _:
                everybody = self._all if reaches(Rules(all=(rule,)), situation) else 0
                return _Split(everybody, everybody)

    def _oppose(self, split: _Split) -> _Split:
        return _Split(self._all & ~split.possible, self._all & ~split.certain)

    def _split(self, found: People, sort: _Trait) -> _Split:
        """Who was found, of those of whom something of this sort is known."""
        known = self._find(sort)
        return _Split(found & known, found & known | self._all & ~known)

    def _find(self, trait: _Trait, at_least: float = 0.0) -> People:
        scale = self._scales.get(trait)
        return scale.find(at_least) if scale else 0

    def _find_visitors(self, visits: Visits) -> People:
        found = self._find(_VISITS, visits.at_least)
        return found if visits.at_most is None else found & ~self._find(_VISITS, visits.at_most + 1)


def _list_traits(person: Shopper) -> Iterator[tuple[_Trait, float]]:
    for name in person.segments:
        yield ("segment", name), 1.0
    if person.visits is not None:
        yield _VISITS, person.visits
    if person.interests is not None:
        yield _INTERESTS, 1.0
        for name, share in person.interests.items():
            yield ("interest", name), share
    if person.language is not None:
        yield _LANGUAGES, 1.0
        yield ("language", person.language), 1.0


def _join(splits: Iterable[_Split]) -> _Split:
    certain = possible = 0
    for split in splits:
        certain |= split.certain
        possible |= split.possible
    return _Split(certain, possible)


def _join_sets(sets: Iterable[People]) -> People:
    joined = 0
    for people in sets:
        joined |= people
    return joined
