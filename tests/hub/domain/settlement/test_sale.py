from kiosk.hub.domain.basket.change import Add, UseUnit
from kiosk.hub.domain.settlement.sale import post_sale
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill


def test_a_sale_is_posted_once_by_what_came_in_and_what_was_sold(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    row = till.read(till.pay())
    with till.hub.database.write() as session:
        post_sale(session, row, till.hub.now())

    assert books.count("sale") == 1
    assert [books.read(owner, "EUR", "tendered") for owner in ("points", "EUR")] == [500, 300]
    assert books.read("full", "EUR", "sales") == -(7470 + 500 + 300)


def test_who_pays_with_points_alone_brings_no_money(till: PhoneTill, books: Books) -> None:
    till.set_price("3.00")
    till.put(Add(PEN), UseUnit("points", is_used=True))
    till.begin()

    assert books.read("benefits", "EUR", "clearing") == 0
    assert books.read("points", "EUR", "tendered") == 300
