from decimal import Decimal

import pytest

from kiosk.contract.money import Money
from kiosk.hub.pages.basket.mandate_view import Stage, find_example, find_stage
from kiosk.hub.payment.means import Keeping


@pytest.mark.parametrize(
    ("state", "keeping", "stage"),
    [
        ("", None, "off"),
        ("kept", None, "on"),
        ("asked", Keeping("r", "open"), "naming"),
        ("asked", None, "unclear"),
        ("asked", Keeping("r", "kept"), "unclear"),
    ],
)
def test_what_is_said_is_what_is_known(state: str, keeping: Keeping | None, stage: Stage) -> None:
    assert find_stage(state, keeping) == stage


@pytest.mark.parametrize(("highest", "example"), [("150", "75"), ("99.90", "49"), ("1.50", "1")])
def test_the_example_of_a_limit_is_one_in_the_middle(highest: str, example: str) -> None:
    assert find_example(Money(Decimal(highest), "EUR")) == Money(Decimal(example), "EUR")
