from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.money import Money
from kiosk.hub.domain.basket.rewarded import reckon_rewarded, sum_rewarded
from kiosk.pricing.price import price_basket
from tests.pricing.shelf import fill, put

BOTTLE = replace(put("bottle", "2.00", count=2), deposit=Decimal("0.25"))
BOOK = put("book", "12.00", is_fixed=True)
BILL = price_basket(fill(BOTTLE, BOOK))


def test_neither_a_deposit_nor_a_book_is_rewarded() -> None:
    assert [str(reckon_rewarded(one)) for one in BILL.lines] == ["4.00", "0.00"]


@pytest.mark.parametrize(("due", "rewarded"), [("16.50", "4.00"), ("4.00", "4.00"), ("3.99", "3.99"), ("0.00", "0.00")])
def test_what_points_pay_they_pay_first_for_what_brings_nothing(due: str, rewarded: str) -> None:
    assert sum_rewarded(BILL, Decimal(due)) == Money(Decimal(rewarded), "EUR")
