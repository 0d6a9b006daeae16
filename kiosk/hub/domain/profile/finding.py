"""Why somebody is in a segment, or is not: each rule with what it asks for and what there is."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from kiosk.contract.rule import Condition, Rule, Rules
from kiosk.contract.shopper import Shopper
from kiosk.offers.audience import weigh
from kiosk.offers.situation import Situation
from kiosk.offers.truth import Truth

Asked = Literal["trait", "visits", "interest", "segment", "language", "group", "any"]


class Finding(Struct, frozen=True):
    """One rule: what it asks of what `name`, what there `is` of that, and whether it `holds`, and should.

    `is_` is `None` where there is nothing of it. Of a group `parts` are its rules; of `any` one of them is enough.
    """

    asked: Asked
    name: str
    holds: bool
    should: bool = True
    is_: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    parts: tuple["Finding", ...] = ()

    @property
    def speaks_for(self) -> bool:
        """Whether it helps her into the segment."""
        return self.holds is self.should


def list_findings(rules: Rules, situation: Situation) -> tuple[Finding, ...]:
    """What each of these rules found."""
    return tuple(_find_all(rules, situation))


def _find_all(rules: Rules, situation: Situation) -> Iterator[Finding]:
    yield from (_find(rule, situation, should=True) for rule in rules.all)
    if rules.any:
        parts = tuple(_find(rule, situation, should=True) for rule in rules.any)
        yield Finding("any", "", any(part.holds for part in parts), parts=parts)
    yield from (_find(rule, situation, should=False) for rule in rules.none)


def _find(rule: Rule, situation: Situation, *, should: bool) -> Finding:
    holds, person = weigh(rule, situation) is Truth.YES, situation.person
    if isinstance(rule, str):
        return Finding("segment", rule, holds, should)
    return _find_amount(rule, situation, person, holds=holds, should=should) or Finding(
        "group", "", holds, should, parts=tuple(_find_all(rule, situation))
    )


def _find_amount(
    rule: Condition, situation: Situation, person: Shopper | None, *, holds: bool, should: bool
) -> Finding | None:
    """What a question for an amount found; `None`: the rule is a group."""
    if rule.trait is not None:
        trait, amounts = rule.trait, situation.traits or {}
        return Finding("trait", trait.name, holds, should, amounts.get(trait.name), trait.at_least, trait.at_most)
    if rule.visits is not None:
        visits, most = rule.visits, rule.visits.at_most
        return Finding("visits", "visits", holds, should, person.visits if person else None, visits.at_least, most)
    if rule.interest is not None:
        share = ((person and person.interests) or {}).get(rule.interest, 0.0)
        return Finding("interest", rule.interest, holds, should, share, rule.at_least)
    if rule.language is not None:
        return Finding("language", ", ".join(rule.language), holds, should)
    return None
