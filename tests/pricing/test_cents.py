from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pricing.cents import reckon_share, round_share, round_to_cents, round_to_steps, spread, to_amount, to_cents


def test_cents_are_exact_both_ways() -> None:
    assert to_cents(Decimal("12.9")) == 1290
    assert str(to_amount(1290)) == "12.90"


def test_parts_of_a_cent_are_no_cents() -> None:
    with pytest.raises(ValueError, match="parts of a cent"):
        to_cents(Decimal("0.001"))


@pytest.mark.parametrize(("amount", "cents"), [("1.004", 100), ("1.005", 101), ("1.015", 102), ("0.0049", 0)])
def test_a_half_is_rounded_away_from_zero(amount: str, cents: int) -> None:
    assert round_to_cents(Decimal(amount)) == cents


@pytest.mark.parametrize(
    ("amount", "decimals", "steps"), [("2.5", 0, 3), ("-0.005", 2, -1), ("2.4999", 0, 2), ("0.005", 2, 1)]
)
def test_steps_of_any_size_are_rounded_so(amount: str, decimals: int, steps: int) -> None:
    assert round_to_steps(Decimal(amount), decimals) == steps


@pytest.mark.parametrize(
    ("cents", "hundredths", "share"), [(100, 1000, 10), (5, 1000, 1), (4, 1000, 0), (99, 10_000, 99)]
)
def test_a_share_is_rounded_by_the_same_rule(cents: int, hundredths: int, share: int) -> None:
    assert reckon_share(cents, hundredths) == share


@given(st.lists(st.integers(0, 500), max_size=6), st.data())
def test_parts_sum_to_the_whole_and_none_is_larger_than_its_value(values: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, sum(values)))
    parts = spread(total, values)

    assert sum(parts) == total
    assert all(0 <= part <= value for part, value in zip(parts, values, strict=True))


def test_what_rounding_left_over_goes_to_where_most_was_cut_off() -> None:
    assert spread(10, [5, 5, 5]) == [4, 3, 3]
    assert spread(3, [1, 8]) == [0, 3]


@pytest.mark.parametrize(
    ("steps", "share", "part"),
    [(45, "1/2", 23), (45, "1/3", 15), (1, "1/2", 1), (1, "49/100", 0), (7, "1", 7), (7, "0", 0)],
)
def test_a_share_of_steps_is_rounded_so_too_and_the_whole_is_the_whole(steps: int, share: str, part: int) -> None:
    assert round_share(steps, Fraction(share)) == part


@given(earned=st.integers(0, 10**6), parts=st.lists(st.integers(1, 999), min_size=1, max_size=6))
def test_shares_that_grow_take_ever_more_and_never_more_than_all(earned: int, parts: list[int]) -> None:
    shares = [Fraction(sum(parts[:count]), sum(parts)) for count in range(len(parts) + 1)]
    steps = [round_share(earned, share) for share in shares]

    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, earned)
