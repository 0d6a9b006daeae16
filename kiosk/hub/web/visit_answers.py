"""What the API answers of who comes into the store, and of what she picks up there."""

from typing import Literal

from msgspec import Struct


class CheckInAnswer(Struct, frozen=True):
    """A check-in that was heard, and the `codes` of what lies ready for her: no word of whose it was.

    `begins`: she who came near came in by it, and is to be greeted; of a card it is never told.
    """

    id: str
    codes: list[str]
    begins: bool = False


class PickupAnswer(Struct, frozen=True):
    """An order that was taken, by the web shop's own id; `nobody`: it is no member's."""

    id: str
    code: str
    proof: str
    member: Literal["known", "nobody"]
