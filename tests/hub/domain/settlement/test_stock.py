import pytest

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.refunding import Wish
from kiosk.hub.domain.settlement.stock import count_pieces, count_sold, lower_stock, raise_stock
from kiosk.hub.models.basket.basket import find_version
from kiosk.hub.models.basket.basket_change import find_last_change_of
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN, find_member, make
from tests.hub.domain.settlement.test_refunding import bring_back, find_line
from tests.hub.domain.settlement.till import PhoneTill


def test_what_is_paid_is_there_no_more_and_what_is_not_stays(till: PhoneTill) -> None:
    till.put_pens(2)
    settlement_id = till.begin()
    asked = till.read_stock()
    till.advance(settlement_id)
    till.provider.settle(settlement_id, "approved")
    till.advance(settlement_id)
    till.advance(settlement_id)

    assert (asked, till.read_stock()) == (3, 1)


@pytest.mark.parametrize(("counted", "left"), [(None, None), (1, 0)])
def test_what_nobody_counts_stays_uncounted_and_what_was_counted_wrong_refuses_no_sale(
    till: PhoneTill, counted: int | None, left: int | None
) -> None:
    till.set_stock(counted)
    till.put_pens(2)
    till.pay()

    assert till.read_stock() == left


@pytest.mark.parametrize(("restocks", "left"), [(True, 2), (False, 1)])
def test_goods_that_come_back_are_for_sale_again_where_the_staff_say_so(
    till: PhoneTill, left: int, *, restocks: bool
) -> None:
    till.put_pens(2)
    settlement_id = till.pay()
    wish = Wish("r", {find_line(till, settlement_id): 1}, "sam", restocks=restocks)
    for _ in range(2):
        bring_back(till, settlement_id, wish)

    assert till.read_stock() == left


def test_pieces_are_counted_by_article_and_only_those_of_the_lines_that_are_named(till: PhoneTill) -> None:
    till.put(Add(PEN), Add(PEN, "home"), Add(PEN, "home"))
    bill = till.look().priced
    line = next(one.line for one in bill.lines if one.line.count > 1)

    assert count_sold(bill) == {PEN: 3}
    assert count_pieces(bill, {line.id: 1}) == {PEN: 1}


@pytest.mark.parametrize(("way", "is_heard"), [("take", False), ("home", True)])
def test_who_is_to_get_some_hears_of_it_and_pays_what_she_saw_all_the_same(
    till: PhoneTill, way: str, *, is_heard: bool
) -> None:
    with till.hub.database.write() as session:
        keys = [find_member(session).key]
        make(till.hub, session, Add(PEN, "home" if way == "home" else "take"))
        before = find_version(session, keys), find_last_change_of(session, keys)
        lower_stock(till.hub, session, STORE, {PEN: 1, "unknown": 1})
        raise_stock(till.hub, session, STORE, {PEN: 2})
        after = find_version(session, keys), find_last_change_of(session, keys)

    assert till.read_stock() == 4
    assert after[0] == before[0]
    assert (after[1] > before[1]) is is_heard
