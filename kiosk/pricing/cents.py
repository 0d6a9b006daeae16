"""The one rounding rule, and how a saving is spread over several pieces: all in whole cents, so that sums are exact.

The rule: what is no whole cent is rounded to the nearest one, a half away from zero (DIN 1333), at the moment that it
is reckoned: the price of what is weighed, each benefit's saving on each piece, and the tax of each class. What a
purchase earns and what goes back of it are rounded by it, too, in the smallest steps of their unit. Nothing else is
rounded: what points pay are the whole cents that are in their worth.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

_ONE = Decimal(1)
WHOLE = 10_000
"""A hundred percent, in hundredths of a percent."""


def to_cents(amount: Decimal) -> int:
    """The amount in cents, which it has to be whole ones of: else `ValueError`."""
    cents = amount.scaleb(2)
    if cents != cents.to_integral_value():
        message = "amount has parts of a cent"
        raise ValueError(message)
    return int(cents)


def to_amount(cents: int) -> Decimal:
    """As decimal text states it: with two decimals."""
    return Decimal(cents).scaleb(-2)


def round_to_steps(amount: Decimal, decimals: int) -> int:
    """The amount in steps of so many decimals, rounded."""
    return int(amount.scaleb(decimals).quantize(_ONE, ROUND_HALF_UP))


def round_to_cents(amount: Decimal) -> int:
    """The amount in cents, rounded."""
    return round_to_steps(amount, 2)


def round_share(whole: int, share: Fraction) -> int:
    """This share of so many steps, at least none of them, rounded."""
    return floor(whole * share + Fraction(1, 2))


def reckon_share(cents: int, hundredths: int) -> int:
    """So many hundredths of a percent of an amount that is not negative, rounded."""
    return (2 * cents * hundredths + WHOLE) // (2 * WHOLE)


def spread(total: int, values: Sequence[int]) -> list[int]:
    """Parts of `total` in proportion to these values, of which it is at most the sum: they sum to it exactly.

    What rounding down leaves over goes to where most was cut off, the first of equals first (largest remainder).
    No part is larger than its value.
    """
    whole = sum(values)
    if not whole:
        return [0] * len(values)
    parts = [total * value // whole for value in values]
    by_remainder = sorted(range(len(values)), key=lambda place: -(total * values[place] % whole))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts
