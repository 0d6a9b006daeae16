"""Whether a password may be taken: long enough, and none that whoever guesses would try early."""

from collections.abc import Sequence
from threading import Lock
from typing import Literal, TypeAlias

from zxcvbn import zxcvbn

from kiosk.hub.domain.people.password import LONGEST, SHORTEST

Flaw: TypeAlias = Literal["length", "guessable"]
_MOST_GUESSES = 10**8
"""What is found by so many tries falls to who got hold of the hashes; at the door it would take decades."""
_LOOKED_AT = 72
"""Letters; what begins so well needs no look at the rest, and a longer text would take long."""
_ONE_AT_A_TIME = Lock()
"""The library keeps what is known of somebody where its next caller would find it."""


def find_flaw(password: str, known: Sequence[str]) -> Flaw | None:
    """Why it cannot be taken; `known` is what everybody knows of her, as her name and her store's.

    It is compared with the passwords that are used most, and with words, names, keys in a row and dates, however they
    are put together or disguised (Wheeler, "zxcvbn", USENIX Security 2016).
    """
    if not SHORTEST <= len(password) <= LONGEST:
        return "length"
    words = [*known, *(word for text in known for word in text.split())]
    with _ONE_AT_A_TIME:
        guesses = zxcvbn(password[:_LOOKED_AT], user_inputs=words)["guesses"]
    return "guessable" if guesses < _MOST_GUESSES else None
