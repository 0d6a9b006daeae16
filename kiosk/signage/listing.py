"""What a folder asks the loop to play, before its files were looked at; and what it asks in vain, and why."""

from datetime import datetime

from msgspec import Struct

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Validity, Words

SECONDS = 8.0
"""How long an item stays of which nothing else is said."""

MOST_ITEMS = 1_000
"""More than any loop has; beyond it a list is a mistake."""

MOST_LIST_BYTES = 1_000_000
"""A list of a thousand items is shorter."""

_LONGEST_TOLD = 80


class Wish(Struct, frozen=True):
    """One item: a picture or video `file` of the folder (and one for upright displays), an offer, a text, a ticker.

    Where it says no `seconds`, a video plays for its own length and all else for `usual_seconds`. `is_named`: a list
    asks for it, and it does not merely lie there.
    """

    name: str
    file: str | None = None
    portrait: str | None = None
    offer: str | None = None
    title: Words = {}
    text: Words = {}
    ticker: Words = {}
    seconds: float | None = None
    usual_seconds: float = SECONDS
    valid: Validity = Validity()
    dayparts: tuple[Daypart, ...] = ()
    priority: int = 0
    weight: int = 1
    is_named: bool = True


class Refusal(Struct, frozen=True):
    """What is left out, by a name that can be shown as it stands, and why; a stray nobody meant to be shown."""

    name: str
    reason: str
    is_stray: bool = False


class Listing(Struct, frozen=True):
    """The wishes in their order, what was refused already, and when the cycle began on screens that keep step."""

    wishes: tuple[Wish, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    epoch: datetime | None = None


class ListRefused(Exception):
    """A list cannot be read as a whole; its text says why and repeats nothing of it."""


def refuse(name: str, reason: str, *, is_stray: bool = False) -> Refusal:
    """Leave it out; of a name that cannot be shown as it stands, the odd characters are written out."""
    shown = name if name.isprintable() else ascii(name)[1:-1]
    return Refusal(shown[:_LONGEST_TOLD], reason, is_stray)
