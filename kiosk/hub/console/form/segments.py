"""Names in one line with commas between them: how people write zones and segments."""

from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Rule
from kiosk.hub.models.conversation.message import clean_text

LONGEST = 128
MOST = 50


def split_names(text: str) -> list[str]:
    """The names, each once and in the order in which they were written."""
    names = (" ".join(clean_text(part).split()) for part in text.split(","))
    return list(dict.fromkeys(name for name in names if name))


def join_segments(rules: tuple[Rule, ...]) -> str:
    """Those of the rules that are segments, as people write them."""
    return ", ".join(rule for rule in rules if isinstance(rule, str))


def put_segments(rules: tuple[Rule, ...], segments: list[str]) -> tuple[Rule, ...]:
    """The rules with these segments in place of theirs; conditions stay."""
    return (*segments, *(rule for rule in rules if isinstance(rule, Condition)))


def count_conditions(audience: Audience) -> int:
    """How many rules there are at the top that no line of names can say."""
    return sum(isinstance(rule, Condition) for rule in (*audience.all, *audience.any, *audience.none))
