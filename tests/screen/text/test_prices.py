from decimal import Decimal

import pytest

from kiosk.contract.money import Money, UnitPrice
from kiosk.screen.text.prices import PriceText, write_percent, write_price


@pytest.mark.parametrize(
    ("amount", "currency", "language", "line"),
    [
        ("79.90", "EUR", "de", "79,90\u00a0€"),
        ("79.90", "EUR", "en", "€79.90"),
        ("1299", "EUR", "de", "1.299,00\u00a0€"),
        ("1299", "EUR", "en", "€1,299.00"),
        ("1234567.5", "EUR", "de", "1.234.567,50\u00a0€"),
        ("0.05", "GBP", "en", "£0.05"),
        ("12.905", "EUR", "de", "12,91\u00a0€"),
        ("1980", "JPY", "en", "¥1,980"),
        ("1980", "JPY", "de", "1.980\u00a0¥"),
        ("19.50", "CHF", "de", "19,50\u00a0CHF"),
        ("19.50", "CHF", "en", "CHF\u00a019.50"),
    ],
)
def test_a_price_is_written_as_its_language_writes_it(amount: str, currency: str, language: str, line: str) -> None:
    assert str(write_price(Money(Decimal(amount), currency), language)) == line


def test_the_cents_are_a_part_of_their_own_so_that_they_can_be_raised() -> None:
    assert write_price(Money(Decimal("79.90"), "EUR"), "de") == PriceText("", "79,", "90", "€")


def test_a_unit_price_with_four_decimals_is_rounded_to_cents() -> None:
    assert str(write_price(UnitPrice(Decimal("1.2345"), "EUR", "100 g"), "en")) == "€1.23"


def test_a_percentage_is_spaced_in_german_only() -> None:
    assert [write_percent(20, language) for language in ("de", "en")] == ["\u221220\u00a0%", "\u221220%"]
