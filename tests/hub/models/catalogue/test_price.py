from datetime import timedelta
from decimal import Decimal

import pytest

from kiosk.hub.models.catalogue.price import Price, Reduction, reckon_reduction
from tests.hub.running import NOW


def _make_history(*steps: tuple[float, str]) -> list[Price]:
    return [Price(offer_id="o", since=NOW - timedelta(days=days), amount=Decimal(amount)) for days, amount in steps]


def _reduce(amount: str, was: str, lowest: str) -> Reduction:
    return Reduction(Decimal(amount), Decimal(was), Decimal(lowest))


@pytest.mark.parametrize(
    ("history", "reduction"),
    [
        ([], Reduction()),
        ([(-1, "10")], Reduction()),
        ([(90, "10")], Reduction(Decimal(10))),
        ([(90, "10"), (3, "12")], Reduction(Decimal(12))),
        ([(90, "10"), (3, "8")], _reduce("8", "10", "10")),
        # A promotion within the 30 days before the reduction counts, even though it is over.
        ([(200, "30"), (24, "27"), (17, "30"), (3, "23")], _reduce("23", "30", "27")),
        # One that ended before those 30 days does not.
        ([(200, "30"), (60, "20"), (40, "30"), (3, "23")], _reduce("23", "30", "30")),
        # One that ended exactly when they begin does not, a moment later it does.
        ([(200, "30"), (60, "20"), (33, "30"), (3, "23")], _reduce("23", "30", "30")),
        ([(200, "30"), (60, "20"), (32.9, "30"), (3, "23")], _reduce("23", "30", "20")),
        # A price that was lower than today's within the 30 days stays the evidence: the screen then strikes nothing.
        ([(200, "30"), (20, "15"), (10, "30"), (3, "23")], _reduce("23", "30", "15")),
        # A price of tomorrow changes nothing today.
        ([(90, "10"), (3, "8"), (-1, "5")], _reduce("8", "10", "10")),
    ],
)
def test_the_evidence_is_the_lowest_price_of_the_30_days_before(
    history: list[tuple[float, str]], reduction: Reduction
) -> None:
    assert reckon_reduction(_make_history(*history), NOW) == reduction
