"""What the API answers web shops, and other systems that tell what members do."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from kiosk.hub.domain.profile.intake import Outcome


class PickupAnswer(Struct, frozen=True):
    """An order that was taken, by the web shop's own id; `nobody`: it is no member's."""

    id: str
    code: str
    proof: str
    member: Literal["known", "nobody"]


class TrackAnswer(Struct, frozen=True):
    """What came of each message, in their order; `success` is what senders look for."""

    results: list[Outcome]
    success: bool = True


class Earned(Struct, frozen=True):
    """What a rule gave a member, in decimal text; 0 for nothing. `because` says why."""

    rule: str
    unit: str
    amount: Decimal
    because: str


class ActionAnswer(Struct, frozen=True):
    """What a member earned by an action."""

    earned: list[Earned]
