from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from kiosk.hub.domain.profile.fact import Detail, Fact
from kiosk.hub.domain.profile.purchase import is_return, list_purchases, sum_value
from tests.hub.domain.profile.facts import make_fact, make_order
from tests.hub.running import NOW


def test_an_order_that_is_told_twice_counts_once() -> None:
    first = make_order("a", "10.00", 2)

    assert list_purchases([first, make_order("a", "10.00", 1), make_fact("viewed")]) == [first]


def test_an_order_that_was_cancelled_is_none() -> None:
    assert list_purchases([make_order("a", "10.00", 2), make_fact("cancelled", 1, order="a")]) == []


def test_what_is_brought_back_lowers_what_was_spent() -> None:
    receipts = [make_order("a", "30.00", 2, "bought"), make_order("b", "-10.50", 1, "bought")]

    assert [is_return(receipt) for receipt in list_purchases(receipts)] == [False, True]
    assert sum_value(receipts) == Decimal("19.50")


def test_amounts_in_another_currency_than_the_last_are_left_out() -> None:
    francs = Fact("ordered", NOW, Detail(order="b", amount=Decimal(99), currency="CHF"))

    assert sum_value([francs, make_order("a", "10.00"), make_order("c", None)]) == Decimal("10.00")


@given(some.lists(some.decimals("-1000", "1000", places=2), max_size=30))
def test_a_sum_is_exact(amounts: list[Decimal]) -> None:
    orders = [make_order(str(number), str(amount)) for number, amount in enumerate(amounts)]

    assert sum_value(orders) * 100 == sum(int(amount * 100) for amount in amounts)
