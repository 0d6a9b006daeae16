import pytest

from kiosk.offers.scale import ONE_IN_SO_MANY, Scale, collect

AMOUNTS = {0: 0.5, 1: 0.25, 3: 0.75, 4: 0.5, 9: 0.0}


@pytest.mark.parametrize(
    ("at_least", "numbers"),
    [
        (0.0, [0, 1, 3, 4, 9]),
        (0.1, [0, 1, 3, 4]),
        (0.5, [0, 3, 4]),
        (0.51, [3]),
        (0.75, [3]),
        (0.76, []),
    ],
)
@pytest.mark.parametrize("people", [10, 10 * ONE_IN_SO_MANY])
def test_all_who_have_enough_are_found_whether_they_are_many_or_few(
    people: int, at_least: float, numbers: list[int]
) -> None:
    assert Scale(AMOUNTS, people).find(at_least) == collect(numbers, people)


def test_where_all_have_the_same_amount_there_is_nothing_to_weigh() -> None:
    scale = Scale({0: 1.0, 2: 1.0}, 3)

    assert (scale.find(1.0), scale.find(1.1)) == (0b101, 0)


def test_among_very_many_amounts_each_is_told_from_the_next() -> None:
    amounts = {number: number * 0.618 % 1 for number in range(1000)}
    scale = Scale(amounts, 1000)

    for bound in sorted(amounts.values()):
        assert scale.find(bound) == collect((number for number in amounts if amounts[number] >= bound), 1000)
