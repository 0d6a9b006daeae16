from decimal import Decimal

import pytest

from kiosk.pricing.benefit import StackGroup, fits
from kiosk.pricing.effect import Percentage
from tests.pricing.shelf import grant, mark

TEN = Percentage(Decimal(10))


@pytest.mark.parametrize(("marks", "line"), [(set[str](), set[str]()), (set[str](), {"a"}), ({"a", "b"}, {"b", "c"})])
def test_a_benefit_is_for_lines_with_one_of_its_marks(marks: set[str], line: set[str]) -> None:
    assert fits(frozenset(marks), frozenset(line))


@pytest.mark.parametrize("line", [{"b"}, set[str]()])
def test_it_is_not_for_others(line: set[str]) -> None:
    assert not fits(mark("a"), frozenset(line))


def test_a_benefit_is_limited_by_either_limit() -> None:
    assert not grant("x", TEN).is_limited
    assert grant("x", TEN, most=1).is_limited
    assert grant("x", TEN, budget="1.50").is_limited
    assert grant("x", TEN, budget="1.50").budget_cents == 150


def test_groups_come_by_rank_then_by_name() -> None:
    assert sorted([StackGroup(1, "a"), StackGroup(0, "z"), StackGroup(0, "b")]) == [
        StackGroup(0, "b"),
        StackGroup(0, "z"),
        StackGroup(1, "a"),
    ]
