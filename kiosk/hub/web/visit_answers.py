"""What the API answers of who comes into the store, and of what she picks up there."""

from typing import Literal

from msgspec import Struct


class CheckInAnswer(Struct, frozen=True):
    """A check-in that was heard, and the `codes` of what lies ready for her: no word of whose it was."""

    id: str
    codes: list[str]


class PickupAnswer(Struct, frozen=True):
    """An order that was taken, by the web shop's own id; `nobody`: it is no member's."""

    id: str
    code: str
    proof: str
    member: Literal["known", "nobody"]
