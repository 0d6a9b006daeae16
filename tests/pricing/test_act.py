from decimal import Decimal

import pytest

from kiosk.pricing.act import Act, AmountOff, BundleAt, CheaperOnes, LumpOff, PercentOff, make_act
from kiosk.pricing.effect import Amount, Bundle, BuyGet, Effect, Lump, Part, Percentage, Threshold


@pytest.mark.parametrize(
    ("effect", "act"),
    [
        (Percentage(Decimal("12.5")), PercentOff(1250)),
        (Amount(Decimal("0.50")), AmountOff(50)),
        (Bundle((Part(frozenset(), 2), Part(frozenset())), Decimal(3)), BundleAt((2, 1), 300)),
        (BuyGet(2, 1), CheaperOnes(3, 1, 10_000)),
        (Threshold(Decimal(50), Lump(Decimal(5))), LumpOff(500)),
        (Threshold(Decimal(50), Percentage(Decimal(5))), PercentOff(500)),
    ],
)
def test_each_effect_is_reckoned_in_whole_numbers(effect: Effect, act: Act) -> None:
    assert make_act(effect) == act
