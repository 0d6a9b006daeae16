from decimal import Decimal

import msgspec
import pytest

from kiosk.contract.money import LARGEST, Money, UnitPrice


def test_money_comes_from_decimal_text_exactly() -> None:
    money = msgspec.json.decode(b'{"amount": "12.90", "currency": "EUR"}', type=Money)
    assert str(money.amount) == "12.90"


@pytest.mark.parametrize("amount", ["-0.01", "NaN", "sNaN", "Infinity", "1e9", "1E+30", "1E+999999", "0.00001"])
def test_an_amount_that_no_price_tag_could_carry_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        Money(Decimal(amount), "EUR")
    with pytest.raises(ValueError, match="amount"):
        UnitPrice(Decimal(amount), "EUR", "l")


@pytest.mark.parametrize("wire", [b'{"amount": "1", "currency": "eur"}', b'{"amount": "x", "currency": "EUR"}'])
def test_money_in_another_shape_is_refused(wire: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=Money)


def test_the_bounds_themselves_are_money() -> None:
    assert Money(Decimal(0), "EUR").amount == 0
    assert Money(LARGEST, "EUR").amount == LARGEST
    assert UnitPrice(LARGEST, "EUR", "l").amount == LARGEST
