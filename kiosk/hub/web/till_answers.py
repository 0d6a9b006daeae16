"""What the API answers tills."""

from datetime import datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from kiosk.contract.money import Money


class RedemptionAnswer(Struct, frozen=True):
    """A bookmark that was redeemed, and when that was first said."""

    bookmark: str
    offer: str
    redeemed_at: datetime


class HoldAnswer(Struct, frozen=True):
    """A bookmark that is held for a basket, until then at most."""

    bookmark: str
    offer: str
    basket: str
    until: datetime | None


class CardAnswer(Struct, frozen=True):
    """A printed card, by its hash, that a member has."""

    card: str


class TakenBack(Struct, frozen=True):
    """So much of `unit` was taken back of what a purchase had earned; `owed` of it out of what she earns next."""

    unit: str
    amount: Decimal
    owed: Decimal


class ReturnAnswer(Struct, frozen=True):
    """Goods that were brought back, and what was taken back for it."""

    id: str
    receipt: str
    taken: list[TakenBack]


class RefundAnswer(Struct, frozen=True):
    """What goes back of a sale that was paid on a phone: `money` by its provider, the rest as what had paid it.

    `state` is `asked` while the provider takes its time, then `done`; or `refused`: the store pays it out itself.
    """

    id: str
    sale: int
    amount: Money
    money: Money
    state: str


class PaymentAnswer(Struct, frozen=True):
    """What pays: so much of `unit`, which is worth `worth`; it is held until then at most.

    `remains` is what she has of the unit beside that.
    """

    id: str
    state: str
    unit: str
    amount: Decimal
    worth: Money
    until: datetime | None
    remains: Decimal


class ReceiptAnswer(Struct, frozen=True):
    """A receipt that was kept; `nobody`: it belongs to no profile."""

    id: str
    member: Literal["known", "nobody"]


class HappeningAnswer(Struct, frozen=True):
    """A happening as it is kept."""

    id: str
    kind: str
    is_over: bool
