"""Numbers that stay on the line of what they belong to."""

import re

from kiosk.screen.text.prices import NO_BREAK_SPACE

_NUMBERED = re.compile(r"\b([A-ZÄÖÜ]\w+) (\d+)\b(?![,.]\d| [A-ZÄÖÜ])")
"""A noun with its number: till 3."""
_COUNTED = re.compile(rf"(?<!{NO_BREAK_SPACE})\b(\d+) (?=[^\W\d_])")
"""A number with what it counts: 10 minutes."""


def join_numbers(text: str) -> str:
    """No line ends between a number and its noun."""
    return _COUNTED.sub(rf"\1{NO_BREAK_SPACE}", _NUMBERED.sub(rf"\1{NO_BREAK_SPACE}\2", text))
