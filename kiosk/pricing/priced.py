"""What a basket costs: line by line, benefit by benefit, class by class of tax."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from kiosk.pricing.basket import Line
from kiosk.pricing.benefit import Source

IdleReason = Literal["nothing_fits", "below_threshold", "used_up", "others_are_better"]


class Saving(Struct, frozen=True):
    """What one benefit takes off one line, on `count` of its pieces."""

    benefit: str
    title: Mapping[str, str]
    source: Source
    count: int
    amount: Decimal


class PricedLine(Struct, frozen=True):
    """A line with its price before and after all savings; the `deposit` comes on top. `total` is all that it costs."""

    line: Line
    before: Decimal
    savings: tuple[Saving, ...]
    goods: Decimal
    deposit: Decimal

    @property
    def total(self) -> Decimal:
        """With the deposit."""
        return self.goods + self.deposit


class TaxShare(Struct, frozen=True):
    """What is paid under one class of tax, deposits included (UStAE 10.1): `net` and `tax` are `gross` in two parts."""

    vat: str
    rate: Decimal
    gross: Decimal
    net: Decimal
    tax: Decimal


class Idle(Struct, frozen=True):
    """A benefit that takes nothing off, and why; `missing` is what a threshold lacks."""

    benefit: str
    title: Mapping[str, str]
    reason: IdleReason
    missing: Decimal | None = None


class PricedBasket(Struct, frozen=True):
    """A basket with its price, in `currency`.

    No other legal combination would save more than `doubt` beyond what is `saved`: with 0 this is the best there is.
    """

    currency: str
    lines: tuple[PricedLine, ...]
    taxes: tuple[TaxShare, ...]
    idle: tuple[Idle, ...]
    total: Decimal
    saved: Decimal
    doubt: Decimal
