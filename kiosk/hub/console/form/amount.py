"""Prices as people in a shop write them."""

import re
from decimal import Decimal

from kiosk.contract.money import LARGEST

_SHAPE = re.compile(r"(?P<whole>\d{1,9}|\d{1,3}(?P<mark>[.,'])\d{3}(?:(?P=mark)\d{3})*)(?:[.,](?P<cents>\d{1,2}))?")
_AROUND = " €$£\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def parse_amount(text: str) -> Decimal | None:
    """`22,90`, `22.90`, `1.249,00 €` or `€1,249`: an amount in cents; `None` where it is none, or too much."""
    found = _SHAPE.fullmatch(text.strip(_AROUND))
    if found is None:
        return None
    whole = re.sub(r"\D", "", found["whole"])
    amount = Decimal(f"{whole}.{(found['cents'] or '').ljust(2, '0')}")
    return amount if amount <= LARGEST else None
