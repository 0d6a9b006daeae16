"""Names in one line with commas between them: how people write zones and segments."""

from kiosk.contract.rule import Rule
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
