from collections.abc import Sequence
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import note_line
from kiosk.hub.domain.settlement.refunding import Wish
from kiosk.hub.domain.settlement.shortage import advance_order
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.pickup.pickup import Looked, Pickup, State
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import CHEESE, PEN, WINE
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.pickup.orders import ADDRESS, add_shop, lay_ready, place
from tests.hub.domain.settlement.test_refunding import bring_back, find_line
from tests.hub.domain.settlement.till import PhoneTill


def buy(till: PhoneTill) -> str:
    """Two pens, to be brought home; the id of the payment."""
    till.put(Add(PEN, "home"), Add(PEN, "home"))
    return till.pay(ADDRESS)


def pick(till: PhoneTill, found: Looked, *wanted: State, substitute: str = "") -> None:
    """The pens were found so, and the order goes on so, each told twice."""
    with till.hub.database.write() as session:
        pickup = session.scalars(select(Pickup)).one()
        note_line(till.hub, session, pickup, 0, Outcome(found, substitute))
        for state in wanted:
            for _ in range(2):
                advance_order(till.hub, session, pickup, state, "Ida")


def list_refunds(till: PhoneTill) -> Sequence[Refund]:
    with till.hub.database.read() as session:
        return session.scalars(select(Refund).order_by(Refund.id)).all()


def list_texts(session: Session) -> list[str]:
    return [text for text in session.scalars(select(Message.text)) if "money" in text]


@pytest.mark.parametrize(("found", "left"), [("picked", 3), ("open", 3), ("missing", 1), ("substituted", 1)])
def test_what_is_cancelled_goes_back_whole_and_once_and_what_was_found_is_for_sale_again(
    till: PhoneTill, books: Books, found: Looked, left: int
) -> None:
    settlement_id = buy(till)
    pick(till, found, "cancelled", substitute=CHEESE if found == "substituted" else "")
    (refund,) = list_refunds(till)

    assert (refund.amount, refund.made_by, refund.settlement_id) == (Decimal("52.80"), "Ida", settlement_id)
    assert till.read_stock() == left
    assert books.list_faults() == []
    with till.hub.database.read() as session:
        assert len(list_texts(session)) == 1


def test_what_is_missing_goes_back_as_the_rest_lies_ready_and_not_again_as_that_is_cancelled(till: PhoneTill) -> None:
    till.put(Add(WINE, "home"))
    till.approve_age()
    buy(till)
    with till.hub.database.write() as session:
        pickup = session.scalars(select(Pickup)).one()
        for place_, line in enumerate(pickup.lines):
            note_line(till.hub, session, pickup, place_, Outcome("missing" if line.code == PEN else "picked"))
        advance_order(till.hub, session, pickup, "ready", "Ida")
    ready = [refund.amount for refund in list_refunds(till)]
    with till.hub.database.write() as session:
        advance_order(till.hub, session, session.scalars(select(Pickup)).one(), "cancelled", "Ida")

    assert ready == [Decimal("52.80")]
    assert [refund.amount for refund in list_refunds(till)] == [Decimal("52.80"), Decimal("8.00")]
    assert till.read_stock() == 1


def test_what_somebody_took_back_by_the_sale_is_not_given_back_twice(till: PhoneTill) -> None:
    settlement_id = buy(till)
    bring_back(till, settlement_id, Wish("r", {find_line(till, settlement_id): 1}, "sam"))
    pick(till, "picked", "cancelled")

    assert sum(refund.amount for refund in list_refunds(till)) == till.read(settlement_id).bill.total
    assert till.read_stock() == 2


def test_what_lies_there_in_place_of_something_leaves_the_shelf_until_it_is_cancelled(till: PhoneTill) -> None:
    with till.hub.database.write() as session:
        cheese = find_article(session, STORE, CHEESE)
        assert cheese
        cheese.stock = 5
    buy(till)
    counts = list[int | None]()
    for state in ("ready", "cancelled"):
        with till.hub.database.write() as session:
            pickup = session.scalars(select(Pickup)).one()
            if state == "ready":
                note_line(till.hub, session, pickup, 0, Outcome("substituted", CHEESE))
            advance_order(till.hub, session, pickup, "ready" if state == "ready" else "cancelled", "Ida")
            cheese = find_article(session, STORE, CHEESE)
            counts.append(cheese.stock if cheese else None)

    assert counts == [3, 5]


def test_what_the_web_shop_sold_it_gives_back_itself(till: PhoneTill) -> None:
    with till.hub.database.write() as session:
        pickup = place(till.hub, session, add_shop(session))
        lay_ready(till.hub, session, pickup)
        assert advance_order(till.hub, session, pickup, "cancelled", "Ida")

    assert (list_refunds(till), till.read_stock()) == ([], 3)
