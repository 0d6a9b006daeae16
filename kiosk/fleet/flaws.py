"""Says of a message that cannot be read which of its keys is wrong, and what is allowed there: never what came."""

import re

from kiosk.contract.notice_text import LONGEST, MOST_LINES

_KEY = re.compile(r"`\$\.(\w+)|required field `(\w+)`")
"""How msgspec names the key that it stumbled over."""

NO_OBJECT = "the message must be a JSON object of 64 KiB at most"
_MOMENT = "must be a time with its zone, such as 2026-11-22T09:00:00Z"
_ALLOWED = {
    "id": "must be text of 1 to 128 characters",
    "do": "must be text",
    "expires": _MOMENT,
    "until": _MOMENT,
    "text": f"must be words, or words by language: {LONGEST} characters and {MOST_LINES} lines at most, none unseen",
    "level": "must be info, warning or emergency",
    "theme": "must be a theme's name, or null: small letters, digits, - and _",
    "options": "must be up to 32 values by name: text, numbers, true or false",
    "packages": "must be up to 4 packages by theme, each with its sha256 and bytes",
}


def explain_flaw(error: Exception) -> str:
    """One line for the log and for who sent it; `error` is what reading the message raised."""
    found = _KEY.search(str(error))
    key = (found[1] or found[2]) if found else ""
    return f"{key} {_ALLOWED[key]}" if key in _ALLOWED else NO_OBJECT
