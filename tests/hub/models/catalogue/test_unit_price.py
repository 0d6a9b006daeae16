from decimal import Decimal

import pytest

from kiosk.contract.money import LARGEST, UnitPrice
from kiosk.hub.models.catalogue.unit_price import reckon_unit_price


@pytest.mark.parametrize(
    ("amount", "content", "per", "unit_amount"),
    [
        ("1.19", "0.5", "1 l", "2.38"),
        ("2.49", "0.3", "1 kg", "8.30"),
        ("0.99", "0.165", "1 kg", "6.00"),
        ("1.25", "0.2", "1 m", "6.25"),
        ("0.01", "2", "1 l", "0.01"),  # half a cent is rounded up
    ],
)
def test_the_unit_price_is_that_of_the_whole_measure(amount: str, content: str, per: str, unit_amount: str) -> None:
    reckoned = reckon_unit_price(Decimal(amount), "EUR", Decimal(content), per)

    assert reckoned == (None if amount == unit_amount else UnitPrice(Decimal(unit_amount), "EUR", per))


@pytest.mark.parametrize(
    ("amount", "content", "per"),
    [("1.19", None, None), ("1.19", "1", "1 l"), (str(LARGEST), "0.001", "1 kg")],
)
def test_there_is_none_where_nobody_knows_the_content_or_it_is_the_price_or_a_mistake(
    amount: str, content: str | None, per: str | None
) -> None:
    assert reckon_unit_price(Decimal(amount), "EUR", Decimal(content) if content else None, per) is None
