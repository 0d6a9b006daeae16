from decimal import Decimal

import pytest

from kiosk.hub.text.money import (
    find_mark,
    find_sign,
    format_count,
    format_money,
    format_percent,
    format_sum,
    make_print,
    split_amount,
)


@pytest.mark.parametrize(
    ("amount", "currency", "language", "printed"),
    [
        ("1249", "EUR", "de", "1.249,00\N{NO-BREAK SPACE}€"),
        ("1249", "EUR", "en", "€1,249.00"),
        ("0.5", "GBP", "en", "£0.50"),
        ("12.90", "CHF", "en", "CHF\N{NO-BREAK SPACE}12.90"),
        ("12.90", "CHF", "de", "12,90\N{NO-BREAK SPACE}CHF"),
    ],
)
def test_an_amount_is_written_as_its_reader_does(amount: str, currency: str, language: str, printed: str) -> None:
    assert format_money(Decimal(amount), currency, language) == printed


def test_a_count_is_written_in_the_groups_of_an_amount() -> None:
    assert [format_count(30483, language) for language in ("de", "en")] == ["30.483", "30,483"]


def test_a_sum_without_cents_has_its_sign_where_an_amount_has_it() -> None:
    assert [format_sum(30483, "EUR", language) for language in ("de", "en")] == ["30.483\N{NO-BREAK SPACE}€", "€30,483"]


def test_only_german_parts_a_number_from_its_percent_sign() -> None:
    assert [format_percent(19, language) for language in ("de", "en")] == ["19\N{NO-BREAK SPACE}%", "19%"]


def test_an_amount_falls_into_whole_and_cents() -> None:
    assert split_amount(Decimal("22.9")) == ("22", "90")


def test_a_currency_without_a_sign_keeps_its_code() -> None:
    assert (find_sign("EUR"), find_sign("CHF")) == ("€", "CHF")


def test_whole_and_cents_are_divided_as_the_reader_does() -> None:
    assert (find_mark("de"), find_mark("en")) == (",", ".")


def test_a_print_writes_amounts_of_one_currency() -> None:
    assert make_print("EUR", "de")(Decimal("1249.5")) == "1.249,50\N{NO-BREAK SPACE}€"
