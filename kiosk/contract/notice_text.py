"""What the words of a notice may be: one rule for who writes a notice and for the screens that are to show it."""

import re
from typing import Literal, TypeAlias
from unicodedata import category

from kiosk.contract.unseen import UNSEEN

LONGEST = 2000
"""Characters of one text."""
MOST_LINES = 12
Flaw: TypeAlias = Literal["too_long", "blank", "too_many_lines", "unseen_characters"]

_UNWANTED = re.compile(rf"(?![\n\u200c\u200d])[{UNSEEN}]")
"""All of them but the line's end, and what joins and parts the letters of Persian and the signs of an emoji."""
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters that Unicode counts among letters and signs, and that show nothing."""


def find_flaw(text: str) -> Flaw | None:
    """Why no screen would show this text; `None` where all would."""
    if len(text) > LONGEST:
        return "too_long"
    if not any(category(sign)[0] in "LNS" and sign not in _BLANKS for sign in text):
        return "blank"
    if text.count("\n") >= MOST_LINES:
        return "too_many_lines"
    return "unseen_characters" if _UNWANTED.search(text) else None
