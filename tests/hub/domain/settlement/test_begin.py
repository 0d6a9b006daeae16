from dataclasses import replace
from decimal import Decimal

import pytest

from kiosk.hub.domain.basket.change import Add, BasketLocked, UseUnit
from kiosk.hub.domain.settlement.begin import AddressMissing, DealChanged, NoWayToPay
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill


def test_all_that_pays_is_laid_by_as_the_price_is_frozen(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    row = till.read(till.begin())

    assert (row.state, row.bill.total, row.due) == ("asked", Decimal("82.70"), Decimal("74.70"))
    assert {one.unit: (one.steps, one.worth) for one in row.tendered} == {
        "points": (500, Decimal("5.00")),
        "EUR": (300, Decimal("3.00")),
    }
    assert till.read_coupon() == "held"
    assert (books.read(till.key), books.read(till.key, "EUR")) == (0, 0)
    assert till.provider.asked == []
    assert books.list_faults() == []


@pytest.mark.parametrize("forged", ["", "0" * 64])
def test_a_total_that_nobody_showed_her_is_not_paid(till: PhoneTill, forged: str) -> None:
    till.put_pens()
    with pytest.raises(DealChanged):
        till.begin(forged or "none")


def test_a_price_or_a_basket_that_changed_meanwhile_is_not_paid(till: PhoneTill) -> None:
    till.put_pens()
    deal = till.look().deal
    till.set_price("31.90")
    with pytest.raises(DealChanged):
        till.begin(deal)
    till.set_price("29.90")
    till.put(Add(PEN))
    with pytest.raises(DealChanged):
        till.begin(deal)


def test_of_two_devices_that_pay_at_once_one_begins_and_the_other_is_led_there(till: PhoneTill) -> None:
    till.put_pens()
    deal = till.look().deal

    assert till.begin(deal) == till.begin(deal)


def test_what_is_being_paid_stays_as_it_is(till: PhoneTill) -> None:
    till.put_pens()
    till.begin()
    with pytest.raises(BasketLocked):
        till.put(Add(PEN))


def test_where_nothing_is_left_to_be_paid_in_money_nobody_is_asked_for_any(till: PhoneTill, books: Books) -> None:
    till.set_price("3.00")
    till.put(Add(PEN), UseUnit("points", is_used=True))
    row = till.read(till.begin())

    assert (row.state, row.due, row.number, row.provider) == ("paid", Decimal(0), 1, "benefits")
    assert books.read(till.key) == 200
    assert till.look().lines == ()
    assert books.list_faults() == []


def test_a_store_without_a_provider_takes_no_money_on_phones(till: PhoneTill) -> None:
    till.put_pens()
    till.hub = replace(till.hub, provider=None)
    with pytest.raises(NoWayToPay):
        till.begin()


def test_what_comes_home_needs_to_know_where_that_is_and_what_does_not_is_not_kept_with_it(till: PhoneTill) -> None:
    till.put(Add(PEN))
    taken = till.read(till.pay("Anna"))
    till.put(Add(PEN, "home"))
    with pytest.raises(AddressMissing):
        till.begin()

    assert (taken.address, till.provider.asked.count("begin")) == (None, 1)
    assert till.read(till.begin(address="Anna")).address == "Anna"
