import pytest

from kiosk.offers.truth import OPPOSITES, TRUTHS, Truth

NO, UNKNOWN, YES = Truth


@pytest.mark.parametrize(("fact", "truth"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_a_fact_is_true_false_or_not_known(fact: bool | None, truth: Truth) -> None:  # noqa: FBT001 # a table's column
    assert TRUTHS[fact] is truth


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (YES, NO, NO, YES),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NO, NO, UNKNOWN),
        (NO, NO, NO, NO),
    ],
)
def test_both_is_the_least_and_either_the_greatest(one: Truth, other: Truth, both: Truth, either: Truth) -> None:
    assert (min(one, other), max(one, other)) == (both, either)


def test_the_opposite_of_what_is_not_known_is_not_known() -> None:
    assert [OPPOSITES[truth] for truth in Truth] == [YES, UNKNOWN, NO]
