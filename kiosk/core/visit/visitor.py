"""Who stands near."""

from msgspec import Struct


class Visitor(Struct, frozen=True):
    """A shopper who stands near; `waiting` until she has had her offer, and again once she kept it.

    `since` and `heard_at` are monotonic seconds.
    """

    shopper: str
    zone: str
    since: float
    heard_at: float
    trigger: str | None
    distance_m: float | None
    waiting: bool = True
