"""What somebody at the glass asks for."""

from enum import StrEnum


class Wish(StrEnum):
    """What somebody at the glass can ask for, by a touch or a key."""

    BROWSE = "browse"
    NEXT = "next"
    PREVIOUS = "previous"
    LANGUAGE = "language"
    LARGER = "larger"
    LOWER = "lower"
    READ = "read"
    ADVISOR = "advisor"
    STAY = "stay"
    """More time for what stands there."""
    LEAVE = "leave"
