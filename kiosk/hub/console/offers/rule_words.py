"""A rule of an audience in words of the page's language."""

from collections.abc import Mapping

from kiosk.contract.daypart import Daypart
from kiosk.contract.rule import Condition, Rule, Rules, Trait, Visits
from kiosk.hub.console.form.conditions import GROUPS, type_time
from kiosk.hub.console.words import Words
from kiosk.hub.models.store.department import Department, name_zone

_PERCENT = 100


def tell_rule(rule: Rule, departments: Mapping[str, Department], words: Words) -> str:  # noqa: PLR0911 # a line for each kind
    """What the rule asks for; zones are called as the store's plan calls them."""
    phrases, language = words["rules"], words["page"]["language"]
    match rule:
        case str():
            return phrases["segment"].format(name=rule)
        case Condition(visits=Visits(at_least=least, at_most=None)):
            return phrases["visits"].format(least=least)
        case Condition(visits=Visits(at_least=least, at_most=most)):
            return phrases["visits_between"].format(least=least, most=most)
        case Condition(interest=str(name), at_least=float() | int() as share):
            return phrases["interest"].format(name=name, share=round(share * _PERCENT))
        case Condition(language=tuple(codes)):
            return phrases["language"].format(names=phrases["or"].join(codes))
        case Condition(zone=tuple(zones)):
            names = [name_zone(zone, departments, language) for zone in zones]
            return phrases["zone"].format(names=phrases["or"].join(names))
        case Condition(time=Daypart() as part):
            return phrases["time"].format(time=type_time(part, language))
        case Condition(trait=Trait(name=name)):
            return phrases["trait"].format(name=name)
        case _:
            return _tell_group(rule, departments, words)


def _tell_group(rules: Rules, departments: Mapping[str, Department], words: Words) -> str:
    phrases = words["rules"]
    parts = {group: [tell_rule(rule, departments, words) for rule in getattr(rules, group)] for group in GROUPS}
    return phrases["and"].join(phrases[group].format(rules=", ".join(told)) for group, told in parts.items() if told)
