from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from kiosk.hub.domain.settlement.refund_share import Bought, RefundShare, reckon_refund
from kiosk.hub.models.settlement.settlement import Tendered
from kiosk.pricing.basket import Basket, Line
from kiosk.pricing.price import price_basket

RATES = {"full": Decimal(19), "reduced": Decimal(7)}


def buy(pens: int, price: str, points: int, *, books: int = 1) -> Bought:
    """Pens and books, of which points pay a part."""
    lines = (
        Line("pens", {"en": "Pen"}, Decimal(price), "full", pens),
        Line("books", {"en": "Book"}, Decimal("3.33"), "reduced", books, deposit=Decimal("0.25")),
    )
    bill = price_basket(Basket(lines, RATES))
    worth = min(Decimal(points).scaleb(-2), bill.total)
    tendered = (Tendered("p", "points", 2 * int(worth.scaleb(2)), worth),) if worth else ()
    return Bought(bill, bill.total - worth, tendered)


def test_a_line_brings_back_what_it_cost_money_first() -> None:
    bought = buy(3, "2.00", 500)
    first = reckon_refund(bought, {}, {"pens": 2})
    rest = reckon_refund(bought, {"pens": 2}, {"pens": 3, "books": 1})

    assert (bought.bill.total, bought.due) == (Decimal("9.58"), Decimal("4.58"))
    assert (first.money, first.tendered, first.sold) == (Decimal("4.00"), (), {"full": Decimal("4.00")})
    assert (rest.money, rest.amount) == (Decimal("0.58"), Decimal("5.58"))
    assert rest.tendered == bought.tendered


@given(
    pens=some.integers(1, 7),
    cents=some.integers(1, 999),
    points=some.integers(0, 2000),
    steps=some.lists(some.sampled_from(["pens", "books"]), max_size=9),
)
def test_in_however_many_parts_all_of_it_comes_to_all_that_was_paid(
    pens: int, cents: int, points: int, steps: list[str]
) -> None:
    bought = buy(pens, str(Decimal(cents).scaleb(-2)), points)
    most = {one.line.id: one.line.count for one in bought.bill.lines}
    backs, now = list[RefundShare](), dict[str, int]()
    for step in steps:
        after = {**now, step: min(now.get(step, 0) + 1, most[step])}
        backs.append(reckon_refund(bought, now, after))
        now = after
    backs.append(reckon_refund(bought, now, most))

    assert all(back.money >= 0 and all(one.worth > 0 for one in back.tendered) for back in backs)
    assert all(back.amount == back.money + sum(one.worth for one in back.tendered) for back in backs)
    assert sum(back.money for back in backs) == bought.due
    assert sum(one.steps for back in backs for one in back.tendered) == sum(one.steps for one in bought.tendered)
    assert sum(back.amount for back in backs) == bought.bill.total
