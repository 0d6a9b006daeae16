"""Money as exact decimals: prices must never pass through a float."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]

LARGEST = Decimal(10_000_000)
"""Above this an amount is a mistake, and no layout has room for it."""


class Money(Struct, frozen=True):
    """An amount in a currency (ISO 4217 code).

    On the wire `{"amount": "12.90", "currency": "EUR"}`, the amount as decimal text.
    Raises `ValueError` for an amount that is negative, not finite, too large or has over four decimals.
    """

    amount: Decimal
    currency: Currency

    def __post_init__(self) -> None:
        """Refuse what no price tag could carry."""
        _check_amount(self.amount)


class UnitPrice(Struct, frozen=True):
    """The price of a stated quantity, as price law asks for goods sold by weight or volume.

    `per` is the quantity as printed, for example `"100 g"` or `"l"`. Raises `ValueError` as `Money` does.
    """

    amount: Decimal
    currency: Currency
    per: Annotated[str, Meta(min_length=1, max_length=16)]

    def __post_init__(self) -> None:
        """Refuse what no price tag could carry."""
        _check_amount(self.amount)


def _check_amount(amount: Decimal) -> None:
    if not amount.is_finite() or not 0 <= amount <= LARGEST:
        message = f"amount must lie between 0 and {LARGEST}"
        raise ValueError(message)
    if amount != round(amount, 4):
        message = "amount has over four decimals"
        raise ValueError(message)
