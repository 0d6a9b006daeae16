"""Whom the screen at a door has greeted of late, so that nobody is greeted twice."""

from msgspec import Struct

GREETED_S = 3600.0
"""Who gave no sign for so long has left, and comes in anew. The loyalty system reckons likewise."""
_MOST = 256


class Greeted(Struct, frozen=True):
    """A shopper by her pseudonym, or a card by what the reader knows it again; at that time, in monotonic seconds."""

    who: str
    at: float
    is_card: bool = False


def add_greeted(greeted: tuple[Greeted, ...], one: Greeted) -> tuple[Greeted, ...]:
    """With this one; the oldest makes room for it."""
    others = tuple(other for other in greeted if other.who != one.who)
    return (*others[1 - _MOST :], one)


def find_greeted(greeted: tuple[Greeted, ...], who: str, mono: float, within_s: float = GREETED_S) -> bool:
    """Whether this was greeted so short a time ago."""
    return any(one.who == who and mono - one.at < within_s for one in greeted)
