"""What the ledger counts in: every amount is a whole number of its unit's smallest steps, so that sums are exact.

What is no whole step is rounded by the one rule of `kiosk/pricing/cents.py`.
"""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal
from types import MappingProxyType
from typing import Literal

from kiosk.pricing.cents import round_to_steps

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
    """The amount in smallest steps: the one place where gifts are rounded, once for each posting."""
    return round_to_steps(amount, _DECIMALS[unit])


def count_full_steps(amount: Decimal, unit: Unit) -> int:
    """How many smallest steps are in the amount: what pays is never rounded up, or it would pay more in small parts."""
    return int(amount.scaleb(_DECIMALS[unit]).quantize(Decimal(1), ROUND_DOWN))


def state_amount(steps: int, unit: Unit) -> Decimal:
    """So many smallest steps as an amount: `1250` of `EUR` is `12.50`."""
    return Decimal(steps).scaleb(-_DECIMALS[unit])
