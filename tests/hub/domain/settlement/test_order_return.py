from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import Giver, hand_over, note_line, send
from kiosk.hub.domain.settlement.refunding import Wish
from kiosk.hub.domain.settlement.shortage import advance_order
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.pickup.pickup import Pickup, PickupLine, Way
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN, WINE
from tests.hub.domain.pickup.orders import ADDRESS
from tests.hub.domain.settlement.test_refunding import bring_back, find_line
from tests.hub.domain.settlement.till import PhoneTill


def buy(till: PhoneTill, way: Way) -> str:
    """Two pens, that she does not take along; the id of the payment."""
    till.put(Add(PEN, way), Add(PEN, way))
    return till.pay(ADDRESS)


def find(session: Session) -> Pickup:
    return session.scalars(select(Pickup)).one()


def lay_ready(till: PhoneTill, *outcomes: Outcome) -> None:
    """Each line of the order was found so, and what is there lies ready."""
    with till.hub.database.write() as session:
        for place, outcome in enumerate(outcomes):
            note_line(till.hub, session, find(session), place, outcome)
        advance_order(till.hub, session, find(session), "ready", "Ida")


def read(till: PhoneTill) -> tuple[str, str | None, list[PickupLine]]:
    with till.hub.database.read() as session:
        pickup = find(session)
        return pickup.state, pickup.address, [*pickup.lines]


def give_by_code(hub: Hub, session: Session) -> None:
    hand_over(hub, session, STORE, find(session).proof, Giver("Ida"))


def give_to_carrier(hub: Hub, session: Session) -> None:
    send(hub, session, find(session), "Ida")


@pytest.mark.parametrize(("way", "give"), [("pick_up", give_by_code), ("home", give_to_carrier)])
@pytest.mark.parametrize("is_ready", [False, True])
def test_of_what_is_all_given_back_nothing_is_handed_over(
    till: PhoneTill, way: Way, give: Callable[[Hub, Session], None], *, is_ready: bool
) -> None:
    settlement_id = buy(till, way)
    if is_ready:
        lay_ready(till, Outcome("picked"))
    bring_back(till, settlement_id, Wish("r", None, "sam", restocks=True))
    with till.hub.database.write() as session, pytest.raises(Problem) as refused:
        give(till.hub, session)

    assert refused.value.code == "pickup_elsewhere"
    assert read(till) == ("cancelled", None, [PickupLine(PEN, "Pen", 2, "returned")])
    assert till.read_stock() == 3


def test_she_reads_why_it_was_cancelled_and_gets_her_money_once(till: PhoneTill) -> None:
    settlement_id = buy(till, "pick_up")
    bring_back(till, settlement_id, Wish("r", None, "sam"))
    with till.hub.database.read() as session:
        texts = [text for text in session.scalars(select(Message.text)) if "order" in text]
        amounts = session.scalars(select(Refund.amount)).all()

    assert [("was given back" in text, "could not" in text) for text in texts] == [(True, False)]
    assert amounts == [till.read(settlement_id).bill.total]


def test_what_is_left_is_handed_over_still(till: PhoneTill) -> None:
    settlement_id = buy(till, "pick_up")
    lay_ready(till, Outcome("picked"))
    bring_back(till, settlement_id, Wish("r", {find_line(till, settlement_id): 1}, "sam", restocks=True))
    with till.hub.database.write() as session:
        give_by_code(till.hub, session)

    assert read(till) == ("handed_over", None, [PickupLine(PEN, "Pen", 1, "picked")])
    assert till.read_stock() == 2


def test_nobody_looks_for_what_was_given_back(till: PhoneTill) -> None:
    till.put(Add(WINE, "pick_up"))
    till.approve_age()
    settlement_id = buy(till, "pick_up")
    place = [line.code for line in read(till)[2]].index(WINE)
    wine = till.read(settlement_id).bill.lines[place].line.id
    bring_back(till, settlement_id, Wish("r", {wine: 1}, "sam"))
    with till.hub.database.write() as session:
        note_line(till.hub, session, find(session), 1 - place, Outcome("picked"))
        with pytest.raises(Problem) as refused:
            note_line(till.hub, session, find(session), place, Outcome("picked"))
        advance_order(till.hub, session, find(session), "ready", "Ida")

    assert refused.value.code == "pickup_elsewhere"
    assert read(till)[0] == "ready"


def test_what_lay_there_in_place_of_it_is_for_sale_again(till: PhoneTill) -> None:
    stocks = list[int | None]()
    with till.hub.database.write() as session:
        wine = find_article(session, STORE, WINE)
        assert wine
        wine.stock = 5
    settlement_id = buy(till, "pick_up")
    lay_ready(till, Outcome("substituted", WINE))
    for number in range(2):
        bring_back(till, settlement_id, Wish(f"r{number}", {find_line(till, settlement_id): 1}, "sam"))
        with till.hub.database.read() as session:
            wine = find_article(session, STORE, WINE)
            stocks.append(wine.stock if wine else None)

    assert stocks == [4, 5]
    assert read(till)[0] == "cancelled"


def test_what_was_missing_is_given_back_once_and_the_rest_with_the_sale(till: PhoneTill) -> None:
    till.put(Add(WINE, "pick_up"))
    till.approve_age()
    settlement_id = buy(till, "pick_up")
    lay_ready(till, *(Outcome("missing" if line.code == WINE else "picked") for line in read(till)[2]))
    bring_back(till, settlement_id, Wish("r", None, "sam"))
    with till.hub.database.read() as session:
        amounts = session.scalars(select(Refund.amount)).all()

    assert (len(amounts), sum(amounts)) == (2, till.read(settlement_id).bill.total)
    assert read(till)[0] == "cancelled"
