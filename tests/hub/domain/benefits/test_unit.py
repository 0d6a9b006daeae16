from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.domain.benefits.unit import Unit, count_full_steps, count_steps, is_money, state_amount


@pytest.mark.parametrize(
    ("amount", "unit", "steps"),
    [
        ("12.50", "EUR", 1250),
        ("0.005", "EUR", 1),
        ("0.0049", "EUR", 0),
        ("-0.005", "EUR", -1),
        ("2.5", "points", 3),
        ("2.4999", "points", 2),
        ("1", "stamps", 1),
    ],
)
def test_an_amount_is_rounded_half_up_to_the_smallest_step(amount: str, unit: Unit, steps: int) -> None:
    assert count_steps(Decimal(amount), unit) == steps


@pytest.mark.parametrize(("amount", "unit", "steps"), [("0.019", "EUR", 1), ("0.005", "EUR", 0), ("3.9", "points", 3)])
def test_what_is_in_an_amount_is_rounded_down_to_the_smallest_step(amount: str, unit: Unit, steps: int) -> None:
    assert count_full_steps(Decimal(amount), unit) == steps


def test_currencies_are_money_and_points_are_not() -> None:
    assert [is_money(unit) for unit in ("EUR", "CHF", "points", "coupons")] == [True, True, False, False]


@given(st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "points", "stamps"]))
def test_steps_become_an_amount_and_the_same_steps_again(steps: int, unit: Unit) -> None:
    assert count_steps(state_amount(steps, unit), unit) == steps
