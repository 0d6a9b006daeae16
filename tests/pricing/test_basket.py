from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.pricing.basket import Basket
from tests.pricing.shelf import RATES, fill, put

APPLE = put("apple", "2.99")


def test_a_piece_costs_its_price_and_what_is_weighed_its_part_of_it_rounded() -> None:
    assert APPLE.piece_cents == 299
    assert replace(APPLE, weight=Decimal("0.512")).piece_cents == 153


def test_a_deposit_is_paid_for_each_piece() -> None:
    assert replace(APPLE, count=6, deposit=Decimal("0.25")).deposit_cents == 150


@pytest.mark.parametrize(
    "flaw",
    [
        {"price": Decimal("-0.01")},
        {"price": Decimal("0.001")},
        {"price": Decimal(10_000_001)},
        {"price": Decimal("NaN")},
        {"deposit": Decimal(-1)},
        {"count": 0},
        {"count": -1},
        {"count": 1000},
        {"weight": Decimal(0)},
        {"weight": Decimal(101)},
        {"weight": Decimal(1), "count": 2},
    ],
)
def test_what_no_basket_can_hold_is_refused(flaw: dict[str, Any]) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        replace(APPLE, **flaw)


def test_lines_are_told_apart_and_taxed() -> None:
    with pytest.raises(ValueError, match="line ids"):
        fill(APPLE, APPLE)
    with pytest.raises(ValueError, match="vat"):
        fill(replace(APPLE, vat="none"))
    with pytest.raises(ValueError, match="rates"):
        Basket((APPLE,), {**RATES, "full": Decimal(101)})
