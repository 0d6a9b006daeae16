"""Why an offer is kept back, in words of the page's language."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from kiosk.contract.rule import Rules
from kiosk.hub.console.offers.rule_words import tell_rule
from kiosk.hub.console.words import Words
from kiosk.hub.models.store.department import Department
from kiosk.offers.explanation import Reason, find_rule


class ReasonView(Struct, frozen=True):
    """A sentence, and those of the rules that led to it."""

    text: str
    because: tuple["ReasonView", ...] = ()


def view_reasons(
    reasons: Iterable[Reason], audience: Rules, departments: Mapping[str, Department], words: Words
) -> tuple[ReasonView, ...]:
    """The reasons as they are printed, in their order."""
    return tuple(
        ReasonView(
            _tell(reason, audience, departments, words), view_reasons(reason.because, audience, departments, words)
        )
        for reason in reasons
    )


def _tell(reason: Reason, audience: Rules, departments: Mapping[str, Department], words: Words) -> str:
    phrases = words["why_not"]
    rule = find_rule(audience, reason.at)
    if rule is None:
        return phrases[reason.code]
    finding = reason.code.rpartition("_")[2]
    return phrases[finding].format(rule=tell_rule(rule, departments, words))
