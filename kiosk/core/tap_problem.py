"""Why a card or a phone at the reader keeps nothing."""

from enum import StrEnum


class TapProblem(StrEnum):
    """Why a tap kept nothing, as far as the reader can tell."""

    TORN = "torn"
    """Taken away too early: hold it longer."""
    UNREADABLE = "unreadable"
    """The card broke the rules of its own format."""
    RANDOM_ID = "random_id"
    """The id is new at each tap (a phone, some cards): it would make a new person each time."""
    NOT_LOYALTY = "not_loyalty"
    """A bank card, a badge: nothing of ours, and nothing of it was read."""
