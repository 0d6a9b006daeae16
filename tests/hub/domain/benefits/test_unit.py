from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.domain.benefits.unit import Unit, count_full_steps, count_steps, is_money, share_steps, state_amount


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


@pytest.mark.parametrize(
    ("steps", "share", "part"),
    [(45, "1/2", 23), (45, "1/3", 15), (1, "1/2", 1), (1, "49/100", 0), (7, "1", 7), (7, "0", 0)],
)
def test_a_share_is_rounded_half_up_and_the_whole_is_the_whole(steps: int, share: str, part: int) -> None:
    assert share_steps(steps, Fraction(share)) == part


@given(earned=st.integers(0, 10**6), parts=st.lists(st.integers(1, 999), min_size=1, max_size=6))
def test_shares_that_grow_take_ever_more_and_never_more_than_all(earned: int, parts: list[int]) -> None:
    shares = [Fraction(sum(parts[:count]), sum(parts)) for count in range(len(parts) + 1)]
    steps = [share_steps(earned, share) for share in shares]

    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, earned)
