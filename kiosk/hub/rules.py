"""The rules by which the hub writes by itself, as a store writes them down, and when each has its say: pure."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from kiosk.errors import KioskError

Trigger: TypeAlias = Literal["offer_ends", "back_in_stock", "order_ready"]
Condition: TypeAlias = Literal["answered"]
RULES_OPTION = "--rules"
SHIPPED = Path(__file__).parent / "rules.toml"
PATIENCE = timedelta(hours=12)
"""What was not said for so long, for the hub was away, is not said any more."""
_MOST_RULES = 50
_Name = Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,64}$")]
_Text = Annotated[str, Meta(min_length=1, max_length=1000)]
_Hours = Annotated[float, Meta(ge=-24 * 31, le=24 * 31)]
_Code = Annotated[str, Meta(pattern=r"^([0-9A-HJKMNP-TV-Z]{8})?$")]
_LANGUAGES = {"de", "en"}


class RulesRefused(KioskError):
    """The rules cannot be used; the text says where."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{RULES_OPTION}: {why}")


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """Says `text` so many `hours` after its trigger, `unless` something of that is so.

    The link of the `campaign` of this code may stand in it, so that it can be told what the rule brings.
    """

    name: _Name
    trigger: Trigger
    text: dict[str, _Text]
    hours: _Hours = 0.0
    unless: tuple[Condition, ...] = ()
    campaign: _Code = ""

    @property
    def wait(self) -> timedelta:
        """How long after the trigger; negative: before it."""
        return timedelta(hours=self.hours)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    rule: Annotated[tuple[Rule, ...], Meta(max_length=_MOST_RULES)] = ()


def parse_rules(content: bytes) -> tuple[Rule, ...]:
    """The rules of a file. Raises `RulesRefused`."""
    try:
        rules = msgspec.toml.decode(content, type=_File).rule
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RulesRefused(str(error)) from error
    if len({rule.name for rule in rules}) < len(rules):
        msg = "two rules have one name"
        raise RulesRefused(msg)
    for rule in rules:
        _check(rule)
    return rules


def is_due(rule: Rule, triggered_at: datetime, now: datetime) -> bool:
    """Whether the rule has its say now; before an end, not after it."""
    due_at = triggered_at + rule.wait
    is_past = rule.trigger == "offer_ends" and rule.hours < 0 and now >= triggered_at
    return due_at <= now < due_at + PATIENCE and not is_past


def choose_text(rule: Rule, language: str, offer: str, link: str) -> str:
    """What is said in this language, else in English; `link` is that of the rule's campaign."""
    texts: Mapping[str, str] = rule.text
    return texts.get(language, texts["en"]).format(offer=offer, link=link)


def _check(rule: Rule) -> None:
    if rule.hours < 0 and rule.trigger != "offer_ends":
        msg = f"{rule.name}: only the end of an offer is known before it comes"
        raise RulesRefused(msg)
    if not rule.text.keys() >= _LANGUAGES:
        msg = f"{rule.name}: it needs a text in each of {', '.join(sorted(_LANGUAGES))}"
        raise RulesRefused(msg)
    blanks = ("offer", "link") if rule.campaign else ("offer",)
    if not all(_has_good_blanks(text, blanks) for text in rule.text.values()):
        told = " and ".join(f"{{{name}}}" for name in blanks)
        msg = f"{rule.name}: the only blank of a text is {told}; {{link}} needs a campaign"
        raise RulesRefused(msg)


def _has_good_blanks(text: str, blanks: Collection[str]) -> bool:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return False
    return all((name is None or name in blanks) and not spec and not turn for _, name, spec, turn in parts)
