from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.shelf_price import (
    LARGEST,
    PricesTold,
    ShelfPrice,
    name_price_topic,
    name_told_topic,
    read_price_topic,
    read_shelf_price,
    read_told,
    write_told,
)

CODE = "04006381333931"
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


def make_money(amount: str, currency: str = "EUR") -> Money:
    return Money(Decimal(amount), currency)


def make_price(**changes: object) -> ShelfPrice:
    """The price of a beer, with these changes."""
    beer: dict[str, object] = {"code": CODE, "title": {"de": "Bier"}, "price": make_money("1.19")}
    return ShelfPrice(**{**beer, **changes})  # type: ignore[arg-type] # a test names its own fields  # pyright: ignore[reportArgumentType]


def test_what_is_said_is_read_as_it_was() -> None:
    reduced = make_price(
        unit_price=UnitPrice(Decimal("2.38"), "EUR", "1 l"),
        was=make_money("1.49"),
        lowest_30d=make_money("1.39"),
        deposit=make_money("0.08"),
        shelf="drinks",
    )

    assert read_shelf_price(msgspec.json.encode(reduced)) == reduced


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b"\xff",
        b"{" * 5000,
        b'{"code": "beer", "title": {"de": "Bier"}, "price": {"amount": "1", "currency": "EUR"}}',
        b'{"code": "04006381333931", "title": {}, "price": {"amount": "1", "currency": "EUR"}}',
        b'{"code": "04006381333931", "title": {"de": "Bier"}, "price": {"amount": "-1", "currency": "EUR"}}',
        b'{"code": "04006381333931", "title": {"de": "Bier"}, "price": {"amount": 1e400, "currency": "EUR"}}',
        msgspec.json.encode({**msgspec.to_builtins(make_price()), "was": {"amount": "2", "currency": "EUR"}}),
        msgspec.json.encode(make_price()) + b" " * LARGEST,
    ],
)
def test_what_is_no_price_is_none(payload: bytes) -> None:
    assert read_shelf_price(payload) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"was": make_money("1.49")},
        {"was": make_money("1.19"), "lowest_30d": make_money("1.19")},
        {"deposit": make_money("0.08", "CHF")},
    ],
)
def test_a_struck_price_needs_its_evidence_and_all_amounts_one_currency(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"`was` is above|one currency"):
        make_price(**changes)


def test_each_article_of_each_store_has_a_topic_of_its_own() -> None:
    assert name_price_topic("berlin", CODE) == f"kiosk/v1/berlin/price/{CODE}"
    assert read_price_topic(name_price_topic("berlin", CODE)) == ("berlin", CODE)
    assert read_price_topic(name_price_topic("berlin", "status")) is None  # of a screen that is called so
    assert read_price_topic(name_told_topic("berlin")) is None


def test_until_when_prices_held_is_said_and_read() -> None:
    assert write_told(AT) == b'{"as_of":"2026-11-22T09:00:00.000Z"}'
    assert read_told(write_told(AT)) == PricesTold(AT)
    assert read_told(b'{"as_of": "2026-11-22T09:00:00"}') is None
