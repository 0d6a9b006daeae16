"""What the API answers of who comes into the store."""

from msgspec import Struct


class CheckInAnswer(Struct, frozen=True):
    """A check-in that was heard: no word of whose it was."""

    id: str
