"""What somebody wrote anew in a mail: without what she quotes, and without her signature."""

import re

import quotequail

LONGEST = 10_000
"""Letters that are looked at: beyond that nobody writes to a shop, and quoted text may have no end."""
_BLANKS = re.compile(r"\n{3,}")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_DEVICE = re.compile(r"^(von meinem |gesendet (von|mit) |sent from |get outlook for |outlook für )", re.IGNORECASE)


def find_answer(text: str) -> str:
    """It; empty: nothing was written anew."""
    whole = _tidy(text.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST])
    unwrapped = quotequail.unwrap(whole)
    top = whole if unwrapped is None else str(unwrapped.get("text_top") or unwrapped.get("text_bottom") or "")
    lines = _SIGNATURE.split(top)[0].rstrip().split("\n")
    if _DEVICE.match(lines[-1]):
        lines.pop()
    is_quote = all(line.startswith(">") or not line.strip() for line in lines)
    return "" if is_quote else _tidy("\n".join(lines))


def _tidy(text: str) -> str:
    lines = (line.rstrip() if line != "-- " else line for line in text.split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip()
