"""What a benefit promises: the five kinds that there are, as a store states them."""

from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from kiosk.pricing.cents import to_cents
from kiosk.pricing.sound import check

_HUNDRED = Decimal(100)


class Percentage(Struct, frozen=True, tag="percentage"):
    """So many percent off each piece; with at most two decimals. Raises `ValueError` for others."""

    percent: Decimal

    def __post_init__(self) -> None:
        """Refuse what is no reduction."""
        check("percent", 0 < self.percent <= _HUNDRED)
        to_cents(self.percent)


class Amount(Struct, frozen=True, tag="amount"):
    """So much off each piece. Raises `ValueError` for nothing, less, and parts of a cent."""

    amount: Decimal

    def __post_init__(self) -> None:
        """Refuse what is no reduction."""
        check("amount", self.amount > 0)
        to_cents(self.amount)


class Part(Struct, frozen=True):
    """`count` pieces of a bundle, of lines with one of these marks; without marks, of any."""

    marks: frozenset[str]
    count: int = 1

    def __post_init__(self) -> None:
        """Refuse a part that is none."""
        check("count", self.count > 0)


class Bundle(Struct, frozen=True, tag="bundle"):
    """All parts together for one price. A piece that fits several parts counts for the first of them."""

    parts: tuple[Part, ...]
    price: Decimal

    def __post_init__(self) -> None:
        """Refuse what is no bundle."""
        check("parts", bool(self.parts))
        check("price", self.price >= 0)
        to_cents(self.price)


class BuyGet(Struct, frozen=True, tag="buy_get"):
    """Of each `buy` + `get` pieces, the `get` cheapest for so much less: 2 + 1 at 100 % is "three for two"."""

    buy: int
    get: int
    off: Percentage = Percentage(_HUNDRED)

    def __post_init__(self) -> None:
        """Refuse what asks for nothing or gives nothing."""
        check("buy and get", self.buy > 0 and self.get > 0)


class Lump(Struct, frozen=True, tag="lump"):
    """So much off once, of all pieces together. Raises `ValueError` for nothing, less, and parts of a cent."""

    amount: Decimal

    def __post_init__(self) -> None:
        """Refuse what is no reduction."""
        check("amount", self.amount > 0)
        to_cents(self.amount)


class Threshold(Struct, frozen=True, tag="threshold"):
    """Something off once the pieces that it is for cost `at_least` so much, before any benefit."""

    at_least: Decimal
    off: Percentage | Lump

    def __post_init__(self) -> None:
        """Refuse what would hold below nothing."""
        check("at_least", self.at_least >= 0)
        to_cents(self.at_least)


Effect: TypeAlias = Percentage | Amount | Bundle | BuyGet | Threshold
