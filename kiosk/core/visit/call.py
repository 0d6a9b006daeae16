"""Somebody at the desk is called for what she ordered; what fits it is shown to her after that."""

from msgspec import Struct


class Call(Struct, frozen=True):
    """By these codes she is called, and the `offer` of this id fits; nobody waits for it any more at `until`.

    That is in monotonic seconds.
    """

    codes: tuple[str, ...]
    offer: str
    until: float
