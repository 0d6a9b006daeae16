from itertools import product
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.domain.attribution.interval import Group, bound_difference, bound_share
from tests.doubles.chance import seed_chance

_GROUPS = st.integers(1, 500).flatmap(lambda people: st.builds(Group, st.just(people), st.integers(0, people)))


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        # Newcombe 1998, table II, method 10: cases (a), (b), (c), (d), (g) and (h).
        (Group(70, 56), Group(80, 48), 0.0524, 0.3339),
        (Group(10, 9), Group(10, 3), 0.1705, 0.8090),
        (Group(7, 6), Group(7, 2), 0.0582, 0.8062),
        (Group(56, 5), Group(29, 0), -0.0381, 0.1926),
        (Group(10, 10), Group(20, 0), 0.6791, 1.0),
        (Group(10, 10), Group(10, 0), 0.6075, 1.0),
    ],
)
def test_the_difference_has_the_bounds_that_its_paper_prints(one: Group, other: Group, low: float, high: float) -> None:
    found = bound_difference(one, other)

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("group", "low", "high"),
    # Newcombe, Two-sided confidence intervals for the single proportion (1998), table I, method 3.
    [(Group(263, 81), 0.2553, 0.3662), (Group(148, 15), 0.0624, 0.1605), (Group(20, 0), 0.0, 0.1611)],
)
def test_a_share_has_the_bounds_that_its_paper_prints(group: Group, low: float, high: float) -> None:
    found = bound_share(group)

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(_GROUPS, _GROUPS)
def test_bounds_hold_what_was_counted_and_stay_within_what_can_be(one: Group, other: Group) -> None:
    share, difference, back = bound_share(one), bound_difference(one, other), bound_difference(other, one)

    assert 0 <= share.low <= share.at + 1e-12
    assert share.at - 1e-12 <= share.high <= 1
    assert -1 - 1e-12 <= difference.low <= difference.at <= difference.high <= 1 + 1e-12
    assert (difference.low, difference.high) == pytest.approx((-back.high, -back.low))


@pytest.mark.parametrize(("people", "share"), [(40, 0.5), (40, 0.2), (200, 0.1), (500, 0.05)])
def test_a_shares_bounds_hold_the_truth_in_ninety_five_of_a_hundred_counts(people: int, share: float) -> None:
    """Summed over all that can be counted, so that no chance is in it."""
    held = sum(
        comb(people, buyers) * share**buyers * (1 - share) ** (people - buyers)
        for buyers in range(people + 1)
        if (found := bound_share(Group(people, buyers))).low <= share <= found.high
    )

    assert 0.925 <= held <= 0.975


@pytest.mark.parametrize(("one", "other"), [(0.3, 0.3), (0.5, 0.35), (0.1, 0.04)])
def test_a_differences_bounds_hold_the_truth_in_ninety_five_of_a_hundred_trials(one: float, other: float) -> None:
    chance, trials = seed_chance(), 3000
    bounds = (bound_difference(_draw(chance, 160, one), _draw(chance, 60, other)) for _ in range(trials))
    held = sum(found.low <= one - other <= found.high for found in bounds)

    assert 0.935 <= held / trials <= 0.975


def test_it_is_clear_only_where_nothing_lies_outside_of_the_bounds() -> None:
    clear = {
        (ours, theirs): bound_difference(Group(100, ours), Group(100, theirs)).is_clear
        for ours, theirs in product((10, 50), repeat=2)
    }

    assert clear == {(10, 10): False, (10, 50): True, (50, 10): True, (50, 50): False}


def _draw(chance: Random, people: int, share: float) -> Group:
    return Group(people, sum(chance.random() < share for _ in range(people)))
