from decimal import Decimal

import pytest

from kiosk.codes.reading import Reading, Refused, check_measures


@pytest.mark.parametrize(
    "sound",
    [
        Reading("1"),
        Reading("1", weight=Decimal("0.001")),
        Reading("1", price=Decimal(10_000)),
        Reading("1", count=999),
    ],
)
def test_what_a_basket_can_hold_is_taken(sound: Reading) -> None:
    assert check_measures(sound) == sound


@pytest.mark.parametrize(
    "absurd",
    [
        Reading("1", weight=Decimal(0)),
        Reading("1", weight=Decimal("100.001")),
        Reading("1", price=Decimal(0)),
        Reading("1", price=Decimal("10000.01")),
        Reading("1", count=0),
        Reading("1", count=1000),
    ],
)
def test_nothing_at_all_and_more_than_a_basket_can_hold_is_refused(absurd: Reading) -> None:
    assert check_measures(absurd) == Refused("absurd_measure")
