"""Why an offer may not be shown, in words and codes that a log can keep and a replay can compare."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Offer
from kiosk.contract.rule import Condition, Rule, Rules, Trait, Visits
from kiosk.offers.audience import weigh
from kiosk.offers.eligibility import Exclusion, list_exclusions
from kiosk.offers.situation import Situation
from kiosk.offers.truth import Truth


class Reason(Struct, frozen=True, omit_defaults=True):
    """One rule that excludes an offer: a stable code, its place in the offer (or in the store's policy), a sentence.

    `because` are the branches of an audience that led to it. Nothing says what is known of the shopper beyond
    that a rule does not hold.
    """

    code: str
    at: str
    words: str
    because: tuple["Reason", ...] = ()


EXPOSING = Reason("exposing", "policy.k_anonymity", "is for so few of the known shoppers that it would point at one")
"""Of an offer in whose audience no `Crowd` hides; an arbitration passes it over."""

_PLACE = re.compile(r"\.(all|any|none)\[(\d+)\]")

_SAID = {
    Exclusion.ZONE: ("zones", "is for other zones"),
    Exclusion.VALIDITY: ("valid", "has not begun, or is over"),
    Exclusion.DAYPART: ("dayparts", "is not on at this time of the week"),
    Exclusion.AUDIENCE: ("audience", "is not for this shopper, here and now"),
    Exclusion.CAP_SCREEN_HOUR: ("caps.per_screen_hour", "was shown as often as an hour allows"),
    Exclusion.CAP_SCREEN_DAY: ("caps.per_screen_day", "was shown as often as a day allows"),
    Exclusion.CAP_SHOPPER_DAY: ("caps.per_shopper_day", "was shown to the shopper as often as a day allows"),
    Exclusion.BUDGET: ("budget", "has no budget left for another bookmark"),
    Exclusion.CONTACTS: ("policy.contacts_per_day", "comes after as many offers as a shopper is shown in a day"),
    Exclusion.COOLDOWN: ("policy.cooldown", "was shown to the shopper a moment ago"),
    Exclusion.CONTROL: ("control", "is held back from the shopper to measure its effect"),
}

_FINDINGS = {
    Truth.NO: ("unmet", "needs {}"),
    Truth.UNKNOWN: ("unknown", "asks for {}, and that is not known"),
    Truth.YES: ("met", "is not for {}"),
}


def explain_exclusion(offer: Offer, situation: Situation) -> tuple[Reason, ...]:
    """Every rule that excludes the offer, in the order in which they are asked; none: it may be shown.

    The code is that of the `Exclusion`, and within an audience the kind of the rule with `_unmet`, `_unknown` or,
    where it must not hold, `_met`.
    """
    return tuple(_explain(exclusion, offer, situation) for exclusion in list_exclusions(offer, situation))


def say_exclusion(exclusion: Exclusion) -> Reason:
    """What a rule says of any offer that it excludes."""
    at, words = _SAID[exclusion]
    return Reason(exclusion.value, at, words)


def find_rule(audience: Rules, at: str) -> Rule | None:
    """The rule of the audience at the place that a reason names; `None`: it names none."""
    rule: Rule | None = None
    rules = audience
    for group, place in _PLACE.findall(at):
        rule = getattr(rules, group)[int(place)]
        rules = rule if isinstance(rule, Condition) else Rules()
    return rule if at.endswith("]") else None


def _explain(exclusion: Exclusion, offer: Offer, situation: Situation) -> Reason:
    reason = say_exclusion(exclusion)
    because = _explain_rules(offer.audience, reason.at, situation) if exclusion is Exclusion.AUDIENCE else ()
    return replace(reason, because=tuple(because))


def _explain_rules(rules: Rules, at: str, situation: Situation) -> Iterator[Reason]:
    """Every branch that keeps these rules from holding together."""
    for place, rule in enumerate(rules.all):
        yield from _explain_rule(rule, f"{at}.all[{place}]", situation, wanted=Truth.YES)
    choices = max((weigh(rule, situation) for rule in rules.any), default=Truth.YES)
    if choices is not Truth.YES:
        branches = enumerate(rules.any)
        because = [_explain_rule(rule, f"{at}.any[{place}]", situation, wanted=Truth.YES) for place, rule in branches]
        yield _state("any", "one of several rules", choices, f"{at}.any", because)
    for place, rule in enumerate(rules.none):
        yield from _explain_rule(rule, f"{at}.none[{place}]", situation, wanted=Truth.NO)


def _explain_rule(rule: Rule, at: str, situation: Situation, *, wanted: Truth) -> Iterator[Reason]:
    truth = weigh(rule, situation)
    if truth is not wanted:
        because = [_explain_rules(rule, at, situation)] if isinstance(rule, Condition) and wanted is Truth.YES else []
        yield _state(*_describe(rule), truth, at, because)


def _state(kind: str, what: str, truth: Truth, at: str, because: Iterable[Iterable[Reason]]) -> Reason:
    finding, words = _FINDINGS[truth]
    return Reason(f"{kind}_{finding}", at, words.format(what), tuple(chain.from_iterable(because)))


def _describe(rule: Rule) -> tuple[str, str]:  # noqa: PLR0911 # a line for each kind
    """The kind of a rule, and what it asks for."""
    match rule:
        case str():
            return "segment", f"the segment {rule!r}"
        case Condition(visits=Visits(at_least=least, at_most=most)):
            return "visits", f"{least} to {most} visits" if most is not None else f"{least} visits or more"
        case Condition(interest=str(name), at_least=float(bound)):
            return "interest", f"an interest of {bound:g} or more in {name!r}"
        case Condition(language=tuple(languages)):
            return "language", f"the language {' or '.join(languages)}"
        case Condition(zone=tuple(zones)):
            return "zone", f"the zone {' or '.join(map(repr, zones))}"
        case Condition(time=Daypart(start=start, until=until, days=days)):
            return "time", " ".join(("the time", start, "to", until, *days))
        case Condition(trait=Trait(name=name)):
            return "trait", f"the trait {name!r} within its bounds"
        case _:
            return "group", "all of a group of rules"
