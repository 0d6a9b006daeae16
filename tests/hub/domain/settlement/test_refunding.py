from decimal import Decimal

import pytest

from kiosk.hub.domain.settlement.refunding import Wish, begin_refund
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.problem import Problem
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill


def bring_back(till: PhoneTill, settlement_id: str, wish: Wish) -> tuple[Refund, bool]:
    with till.hub.database.write() as session:
        return begin_refund(till.hub, session, session.get_one(Settlement, settlement_id), wish)


def find_line(till: PhoneTill, settlement_id: str) -> str:
    return till.read(settlement_id).bill.lines[0].line.id


def test_one_piece_takes_back_its_share_of_what_was_earned_and_gives_its_money(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    settlement_id = till.pay()
    wish = Wish("r", {find_line(till, settlement_id): 1}, "sam")
    refund, is_new = bring_back(till, settlement_id, wish)
    again, is_again = bring_back(till, settlement_id, wish)

    assert (refund.amount, refund.money, refund.state) == (Decimal("27.57"), Decimal("27.57"), "asked")
    assert (is_new, is_again, again.id) == (True, False, "r")
    assert (books.read(till.key), books.read(till.key, "EUR")) == (50, 99)
    assert books.read("moody", "EUR", "refunding") == -2757
    assert books.list_faults() == []


def test_all_of_it_gives_all_back_in_points_and_credit_too(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    settlement_id = till.pay()
    bring_back(till, settlement_id, Wish("a", {find_line(till, settlement_id): 2}, "sam"))
    rest, _ = bring_back(till, settlement_id, Wish("b", None, "sam"))

    assert [(one.unit, one.steps) for one in rest.tendered] == [("points", 500), ("EUR", 300)]
    assert (books.read(till.key), books.read(till.key, "EUR")) == (500, 300)
    assert books.read("full", "EUR", "sales") == 0
    assert till.read_coupon() == "redeemed"
    assert books.list_faults() == []


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({}, "refund_empty"),
        ({"LINE": 4}, "refund_too_much"),
        ({"LINE": 0}, "refund_too_much"),
        ({"x": 1}, "refund_too_much"),
    ],
)
def test_what_was_not_bought_does_not_come_back(till: PhoneTill, counts: dict[str, int], code: str) -> None:
    till.put_pens()
    settlement_id = till.pay()
    named = {find_line(till, settlement_id) if line == "LINE" else line: count for line, count in counts.items()}
    with pytest.raises(Problem) as refused:
        bring_back(till, settlement_id, Wish("r", named, "sam"))

    assert refused.value.code == code


def test_another_refund_under_the_same_id_and_one_of_what_was_not_paid_are_refused(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    with pytest.raises(Problem) as unpaid:
        bring_back(till, settlement_id, Wish("r", None, "sam"))
    till.advance(settlement_id)
    till.provider.settle(settlement_id, "approved")
    till.advance(settlement_id)
    bring_back(till, settlement_id, Wish("r", None, "sam"))
    with pytest.raises(Problem) as reused:
        bring_back(till, settlement_id, Wish("r", {find_line(till, settlement_id): 1}, "sam"))
    with pytest.raises(Problem) as empty:
        bring_back(till, settlement_id, Wish("r2", None, "sam"))

    assert [one.value.code for one in (unpaid, reused, empty)] == ["sale_unknown", "refund_reused", "refund_empty"]


def test_of_who_was_erased_the_goods_come_back_and_nothing_goes_to_nobody(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    settlement_id = till.pay()
    with till.hub.database.write() as session:
        session.get_one(Settlement, settlement_id).member_key = None
    bring_back(till, settlement_id, Wish("r", None, "sam"))

    assert books.read("full", "EUR", "sales") == 0
    assert books.list_faults() == []
