from collections.abc import Callable
from decimal import Decimal

import pytest

from kiosk.pricing.price import price_basket
from kiosk.pricing.reward import Cashback, Points, Reward, Yield, reckon_reward
from tests.pricing.shelf import fill, mark, put

LINES = price_basket(fill(put("a", "10.99"), put("b", "5.00"), put("c", "7.00", is_fixed=True))).lines


@pytest.mark.parametrize(
    ("reward", "amount"),
    [
        (Reward("x", {}, Points(1, Decimal(1))), "15"),
        (Reward("x", {}, Points(2, Decimal(5)), mark("a")), "4"),
        (Reward("x", {}, Points(1, Decimal(1)), most=Decimal(3)), "3"),
        (Reward("x", {}, Cashback(Decimal("2.5"))), "0.40"),
        (Reward("x", {}, Cashback(Decimal(100)), mark("c")), "0.00"),
    ],
)
def test_a_reward_comes_of_what_is_paid_for_what_it_is_for(reward: Reward, amount: str) -> None:
    assert str(reckon_reward(reward, LINES).amount) == amount


@pytest.mark.parametrize(
    "make",
    [
        lambda: Points(0, Decimal(1)),
        lambda: Points(1, Decimal(0)),
        lambda: Cashback(Decimal(0)),
        lambda: Cashback(Decimal(101)),
    ],
)
def test_a_reward_brings_something_and_at_most_all(make: Callable[[], Yield]) -> None:
    with pytest.raises(ValueError, match="cannot be so"):
        make()
