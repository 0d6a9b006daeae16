"""A basket as it is to be priced: what lies in it, at which price, and under which tax."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from kiosk.contract.money import LARGEST
from kiosk.pricing.cents import round_to_cents, to_cents
from kiosk.pricing.sound import check

MOST_COUNT = 999
MOST_KG = Decimal(100)
MOST_RATE = Decimal(100)
_NONE = Decimal(0)


class Line(Struct, frozen=True):
    """Some pieces of an article, or one that is weighed.

    `price` is that of a piece, or of a kilogram where there is a `weight` in kilograms; then `count` is 1. Prices hold
    the tax of the class `vat`, and so does the `deposit` on each piece, which no benefit touches. Benefits find the
    line by its `marks`: `article:...`, `department:...`, as the store names them. No benefit touches a price that
    `is_fixed` by law (in Germany books, BuchPrG section 5, and tobacco, TabStG section 26).

    Raises `ValueError` for what no basket can hold, and for prices with parts of a cent.
    """

    id: str
    title: Mapping[str, str]
    price: Decimal
    vat: str
    count: int = 1
    weight: Decimal | None = None
    deposit: Decimal = _NONE
    marks: frozenset[str] = frozenset()
    is_fixed: bool = False

    def __post_init__(self) -> None:
        """Refuse what no basket can hold."""
        check("price", _NONE <= self.price <= LARGEST)
        check("deposit", _NONE <= self.deposit <= LARGEST)
        check("count", 1 <= self.count <= MOST_COUNT)
        check("weight", self.weight is None or (_NONE < self.weight <= MOST_KG and self.count == 1))
        to_cents(self.price)
        to_cents(self.deposit)

    @property
    def piece_cents(self) -> int:
        """What a piece costs without any benefit and without its deposit."""
        return to_cents(self.price) if self.weight is None else round_to_cents(self.price * self.weight)

    @property
    def deposit_cents(self) -> int:
        """The deposit on all pieces."""
        return self.count * to_cents(self.deposit)


class Basket(Struct, frozen=True):
    """The lines, and the rate of each class of tax in percent.

    Raises `ValueError` for lines of one id, and for a class whose rate is not stated or absurd.
    """

    lines: tuple[Line, ...]
    rates: Mapping[str, Decimal]
    currency: str = "EUR"

    def __post_init__(self) -> None:
        """Refuse what could not be told apart or taxed."""
        check("line ids", len({line.id for line in self.lines}) == len(self.lines))
        check("vat", all(line.vat in self.rates for line in self.lines))
        check("rates", all(_NONE <= rate <= MOST_RATE for rate in self.rates.values()))
