"""What the ledger counts in: every amount is a whole number of its unit's smallest steps, so that sums are exact."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor
from types import MappingProxyType
from typing import Literal

Unit = Literal["points", "stamps", "coupons", "EUR", "GBP", "USD", "CHF"]

POINTS: Unit = "points"
STAMPS: Unit = "stamps"
COUPONS: Unit = "coupons"

_DECIMALS: Mapping[Unit, int] = MappingProxyType(
    {POINTS: 0, STAMPS: 0, COUPONS: 0, "EUR": 2, "GBP": 2, "USD": 2, "CHF": 2}
)


def is_money(unit: Unit) -> bool:
    """Whether the unit is a currency (ISO 4217 code)."""
    return _DECIMALS[unit] > 0


def count_steps(amount: Decimal, unit: Unit) -> int:
    """The amount in smallest steps, rounded half up: the one place where gifts are rounded, once for each posting."""
    return int(amount.scaleb(_DECIMALS[unit]).quantize(Decimal(1), ROUND_HALF_UP))


def count_full_steps(amount: Decimal, unit: Unit) -> int:
    """How many smallest steps are in the amount: what pays is rounded down, or it would pay more in small parts."""
    return int(amount.scaleb(_DECIMALS[unit]).quantize(Decimal(1), ROUND_DOWN))


def share_steps(steps: int, share: Fraction) -> int:
    """This share of so many steps, at least none of them, rounded half up."""
    return floor(steps * share + Fraction(1, 2))


def state_amount(steps: int, unit: Unit) -> Decimal:
    """So many smallest steps as an amount: `1250` of `EUR` is `12.50`."""
    return Decimal(steps).scaleb(-_DECIMALS[unit])
