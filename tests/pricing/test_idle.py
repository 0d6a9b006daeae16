from decimal import Decimal

import pytest

from kiosk.pricing.benefit import Benefit
from kiosk.pricing.claim import make_claim
from kiosk.pricing.effect import BuyGet, Lump, Percentage, Threshold
from kiosk.pricing.idle import find_flaw, tell_idle
from kiosk.pricing.lot import Lot
from kiosk.pricing.priced import Idle
from tests.pricing.shelf import grant, put

TEN = Percentage(Decimal(10))
LINES, LOTS = [put("a", "1.00", 2)], [Lot(0, 100, 2)]


@pytest.mark.parametrize(
    ("benefit", "flaw", "missing"),
    [
        (grant("x", TEN, most=0), "used_up", None),
        (grant("x", TEN, budget="0"), "used_up", None),
        (grant("x", TEN, "b"), "nothing_fits", None),
        (grant("x", BuyGet(2, 1)), "nothing_fits", None),
        (grant("x", Threshold(Decimal("2.01"), Lump(Decimal(1)))), "below_threshold", Decimal("0.01")),
    ],
)
def test_it_is_said_why_a_benefit_takes_nothing_off(benefit: Benefit, flaw: str, missing: Decimal | None) -> None:
    claim = make_claim(0, benefit, LINES)

    found = find_flaw(claim, LOTS)

    assert found == flaw
    assert tell_idle(claim, found, LOTS) == Idle("x", {"en": "x"}, found or "others_are_better", missing)


def test_one_that_could_yields_to_others() -> None:
    claim = make_claim(0, grant("x", Threshold(Decimal(2), TEN)), LINES)

    assert find_flaw(claim, LOTS) is None
    assert tell_idle(claim, None, LOTS).reason == "others_are_better"
