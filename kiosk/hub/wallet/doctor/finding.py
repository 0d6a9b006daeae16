"""What the doctor found, each in one sentence that says what to do."""

from msgspec import Struct

_LONGEST = 60


class Finding(Struct, frozen=True):
    """A finding; `is_fatal`: no phone would install the pass, or keep it as a valid one."""

    text: str
    is_fatal: bool = True


def quote(text: object) -> str:
    """A text from the pass as it may stand in a terminal: cut short, and without what a terminal would obey."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in str(text)[: _LONGEST + 1])
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}..."
