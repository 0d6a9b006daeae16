from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.console.form.amount import parse_amount
from kiosk.hub.text.money import format_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("22,90", "22.90"),
        ("22.9", "22.90"),
        ("5", "5.00"),
        ("1.249,00 €", "1249.00"),
        ("€1,249", "1249.00"),
        ("1.249", "1249.00"),
        ("1'249.50", "1249.50"),
        ("1.000.000,5", "1000000.50"),
        (" 0,99 ", "0.99"),
    ],
)
def test_an_amount_is_read_as_a_shop_writes_it(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "-5", "1,2,3", "NaN", "1e5", "12 90", "free", "9" * 400, "10000001", "1,24.5,0"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert parse_amount(text) is None


@given(st.decimals(0, 10_000_000, places=2), st.sampled_from(["de", "en"]))
def test_what_the_pages_print_can_be_typed(amount: Decimal, language: str) -> None:
    assert parse_amount(format_money(amount, "EUR", language)) == amount
