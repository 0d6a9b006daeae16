"""The price of a measure of an article, which price law wants beside the price of a piece."""

from decimal import Decimal

from kiosk.contract.money import LARGEST, UnitPrice
from kiosk.pricing.cents import round_to_cents, to_amount

MEASURES = ("1 kg", "1 l", "1 m", "1 m²", "1 m³")
"""By what it is told of packed goods. Source: PAngV (2022), section 5 (1)."""


def reckon_unit_price(
    amount: Decimal, currency: str, content: Decimal | None, content_per: str | None
) -> UnitPrice | None:
    """What `content_per` of it costs; `None` where nobody knows how much a piece holds, and where it is the price.

    Source: PAngV (2022), section 4 (1): it may be left out where it is the price itself.
    """
    if content is None or content_per is None:
        return None
    unit_amount = to_amount(round_to_cents(amount / content))
    # Beyond the largest it is a mistake, which must not hide the price itself.
    return UnitPrice(unit_amount, currency, content_per) if unit_amount <= LARGEST and unit_amount != amount else None
