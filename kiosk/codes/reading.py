"""What a code says: an article and how much of it, or why nothing."""

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

GTIN_DIGITS = 14
"""So many digits an article's number has, whatever its code says of them (GTIN-14)."""

Reason = Literal[
    "empty",
    "too_long",
    "no_code",
    "wrong_length",
    "wrong_check_digit",
    "wrong_measure_digit",
    "no_article",
    "not_understood",
    "absurd_measure",
    "other_currency",
]
"""Why a text is no code of an article:

- `empty`, `too_long`, `no_code`: nothing, more than any code holds, or other letters than codes have
- `wrong_length`: digits, but of no kind of code has so many
- `wrong_check_digit`, `wrong_measure_digit`: a digit was misread or mistyped, of the whole or of the weight or price
- `no_article`: a well-formed code that names no article, for example of a parcel or a web page
- `not_understood`: it begins as GS1 has it and then breaks its rules
- `absurd_measure`: nothing at all, or more than a basket can hold
- `other_currency`: a price in another currency
"""

MOST_KG = Decimal(100)
MOST_PRICE = Decimal(10_000)
MOST_COUNT = 999


class Reading(Struct, frozen=True):
    """An article by its number, and what its code says of this piece; `None` where it says nothing of that.

    `weight` is in kilograms, `price` is what this piece costs in the store's currency, `count` is how many pieces it
    is.
    """

    article: str
    weight: Decimal | None = None
    price: Decimal | None = None
    count: int | None = None
    batch: str | None = None
    serial: str | None = None


class Refused(Struct, frozen=True):
    """No reading; it repeats nothing of what stood there."""

    reason: Reason


Read: TypeAlias = Reading | Refused


def check_measures(reading: Reading) -> Read:
    """The reading, unless what it measures is absurd."""
    bounds = ((reading.weight, MOST_KG), (reading.price, MOST_PRICE), (reading.count, MOST_COUNT))
    is_sound = all(value is None or 0 < value <= most for value, most in bounds)
    return reading if is_sound else Refused("absurd_measure")
