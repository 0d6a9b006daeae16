from kiosk.hub.themes.orders import MOST, Order, OrderBook

MUG = Order(("offer", "market"), b"{}")


def test_an_order_is_found_by_its_name_and_has_one_name() -> None:
    book = OrderBook()
    name = book.take(MUG)

    assert book.take(Order(("offer", "market"), b"{}")) == name
    assert book.find(name) == MUG


def test_no_other_order_has_that_name() -> None:
    others = (Order(("offer",), b"market{}"), Order(("offermarket",), b"{}"), Order(("offer", "market"), b"{ }"))
    book = OrderBook()

    assert len({book.take(order) for order in (MUG, *others)}) == 4


def test_the_latest_orders_are_remembered_and_no_more() -> None:
    book = OrderBook()
    old, renewed = book.take(MUG), book.take(Order(("notice",), b"renewed"))
    for number in range(MOST - 1):
        book.take(Order(("notice",), str(number).encode()))
        book.take(Order(("notice",), b"renewed"))

    assert book.find(old) is None
    assert book.find(renewed) is not None


def test_what_nobody_ordered_is_not_found() -> None:
    assert OrderBook().find("") is None
