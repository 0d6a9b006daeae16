from decimal import Decimal
from fractions import Fraction

import pytest

from kiosk.hub.domain.profile.return_share import Goods, add_up, list_goods, weigh_share
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.problem import Problem
from tests.hub.running import NOW


def make(quantity: int | str, amount: int | str, rewarded: int | str | None = None) -> Goods:
    return Goods(Decimal(quantity), Decimal(amount), Decimal(amount if rewarded is None else rewarded))


_GOODS = [make(3, 30), make("0.5", 10), make(1, -5)]


def _make_receipt(lines: list[dict[str, object]]) -> Receipt:
    return Receipt(
        store_id="s",
        till_id="t",
        id="r",
        fingerprint="f",
        bought_at=NOW,
        total=Decimal("9.50"),
        currency="EUR",
        lines=lines,
        was_known=True,
    )


def test_a_line_is_one_piece_unless_it_says_more_and_a_receipt_without_lines_is_one() -> None:
    assert list_goods(_make_receipt([{"amount": "3.00"}, {"quantity": "2.5", "amount": "1"}])) == [
        make(1, "3.00"),
        make("2.5", 1),
    ]
    assert list_goods(_make_receipt([])) == [make(1, "9.50")]


def test_quantities_add_up_line_by_line_until_all_is_back() -> None:
    once = add_up(_GOODS, {}, {0: Decimal(1)})
    twice = add_up(_GOODS, once, {0: Decimal("0.5"), 1: Decimal("0.25")})

    assert twice == {"0": "1.5", "1": "0.25"}
    assert add_up(_GOODS, twice, None) == {"0": "3.0", "1": "0.50"}


@pytest.mark.parametrize(
    ("back", "code"),
    [
        ({0: Decimal(4)}, "return_too_much"),
        ({2: Decimal(1)}, "return_too_much"),
        ({9: Decimal(1)}, "return_too_much"),
        ({}, "return_empty"),
    ],
)
def test_no_more_comes_back_than_was_bought(back: dict[int, Decimal], code: str) -> None:
    with pytest.raises(Problem) as refusal:
        add_up(_GOODS, {}, back)

    assert refusal.value.code == code


def test_of_what_is_all_back_nothing_is_left() -> None:
    with pytest.raises(Problem, match="Nothing is left"):
        add_up(_GOODS, add_up(_GOODS, {}, None), None)


@pytest.mark.parametrize(
    ("returned", "share"),
    [({}, "0"), ({"0": "1"}, "1/4"), ({"1": "0.25"}, "1/8"), ({"0": "3", "1": "0.50"}, "1"), ({"0": "3"}, "3/4")],
)
def test_a_line_weighs_what_it_cost_and_what_lowered_the_bill_is_spread(returned: dict[str, str], share: str) -> None:
    assert weigh_share(_GOODS, returned) == Fraction(share)


def test_of_a_purchase_for_nothing_no_share_comes_back() -> None:
    assert weigh_share([make(1, 0)], {}) == 0


def test_what_earned_nothing_takes_nothing_back() -> None:
    goods = list_goods(_make_receipt([{"amount": "4.50", "rewarded": "4.00"}, {"amount": "12.00", "rewarded": "0.00"}]))

    assert goods == [make(1, "4.50", "4.00"), make(1, "12.00", 0)]
    assert [weigh_share(goods, {place: "1"}) for place in ("0", "1")] == [1, 0]
