from collections.abc import Callable
from decimal import Decimal

import msgspec
import pytest

from kiosk.pricing.effect import Amount, Bundle, BuyGet, Effect, Lump, Part, Percentage, Threshold

ALL: list[Effect] = [
    Percentage(Decimal("12.5")),
    Amount(Decimal("0.50")),
    Bundle((Part(frozenset({"a"}), 2),), Decimal("3.00")),
    BuyGet(2, 1),
    Threshold(Decimal(50), Lump(Decimal(5))),
]


@pytest.mark.parametrize("effect", ALL, ids=lambda one: type(one).__name__)
def test_an_effect_is_kept_as_json_and_read_again(effect: Effect) -> None:
    assert msgspec.json.decode(msgspec.json.encode(effect), type=Effect) == effect


@pytest.mark.parametrize(
    "make",
    [
        lambda: Percentage(Decimal(0)),
        lambda: Percentage(Decimal("100.01")),
        lambda: Percentage(Decimal("0.001")),
        lambda: Amount(Decimal(0)),
        lambda: Amount(Decimal("0.001")),
        lambda: Part(frozenset(), 0),
        lambda: Bundle((), Decimal(1)),
        lambda: Bundle((Part(frozenset()),), Decimal(-1)),
        lambda: BuyGet(0, 1),
        lambda: BuyGet(1, 0),
        lambda: Lump(Decimal(-1)),
        lambda: Threshold(Decimal(-1), Lump(Decimal(1))),
    ],
)
def test_what_is_no_reduction_cannot_be_promised(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"cannot be so|parts of a cent"):
        make()
