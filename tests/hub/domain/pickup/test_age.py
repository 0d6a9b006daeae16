import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.pickup.age import AgeAsked, find_age
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.order_event import Placed, place_pickup, read_article_code
from kiosk.hub.domain.pickup.picking import Giver, hand_over, note_line
from kiosk.hub.domain.settlement.shortage import advance_order
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.pickup.pickup import Looked, Pickup, PickupLine
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import CHEESE, PEN, WINE, stock
from tests.hub.domain.pickup.orders import ADDRESS, add_shop, lay_ready, place
from tests.hub.domain.settlement.till import PhoneTill


@pytest.fixture
def till(hub: Hub) -> PhoneTill:
    return PhoneTill(hub, MoodyProvider())


def find(session: Session) -> Pickup:
    return session.scalars(select(Pickup)).one()


def replace_by_wine(till: PhoneTill, bought: str) -> None:
    """Wine lies ready in place of what she paid for."""
    till.put(Add(bought, "pick_up"))
    till.approve_age()
    till.pay()
    with till.hub.database.write() as session:
        note_line(till.hub, session, find(session), 0, Outcome("substituted", WINE))
        advance_order(till.hub, session, find(session), "ready", "Ida")


def test_what_nobody_looked_at_her_for_is_handed_over_once_somebody_did(till: PhoneTill) -> None:
    replace_by_wine(till, PEN)
    with till.hub.database.write() as session, pytest.raises(AgeAsked) as asked:
        hand_over(till.hub, session, STORE, find(session).proof, Giver("Ida"))
    with till.hub.database.write() as session:
        order = hand_over(till.hub, session, STORE, find(session).proof, Giver("Ida", saw_age=True))

    assert (asked.value.code, asked.value.age, order.state) == ("pickup_age", 18, "handed_over")


def test_what_asks_for_no_more_than_what_she_paid_for_is_not_asked_about_again(till: PhoneTill) -> None:
    replace_by_wine(till, WINE)
    with till.hub.database.read() as session:
        assert find_age(session, find(session)) is None


@pytest.mark.parametrize(("found", "age"), [("picked", 18), ("missing", None)])
def test_at_who_orders_on_the_web_nobody_looked_so_somebody_does_at_the_desk(
    hub: Hub, found: Looked, age: int | None
) -> None:
    with hub.database.write() as session:
        stock(session)
        pickup = place(hub, session, add_shop(session))
        for number, outcome in enumerate((Outcome("picked"), Outcome(found))):
            note_line(hub, session, pickup, number, outcome)
        advance_order(hub, session, pickup, "ready", "Ida")
        assert find_age(session, pickup) == age
        hand_over(hub, session, STORE, pickup.proof, Giver("Ida", saw_age=True))

    assert (pickup.state, pickup.seen_age) == ("handed_over", age)


def test_what_a_label_names_and_a_web_shop_sold_asks_for_an_age_as_any(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        session.get_one(Article, (STORE, CHEESE)).min_age = 16
        line = PickupLine(code=read_article_code(CHEESE), title="Cheese", count=1)
        placed = Placed(STORE, add_shop(session).id, "w-1", hub.now(), (line,), None)
        pickup, _ = place_pickup(hub, session, placed)
        lay_ready(hub, session, pickup)

        assert find_age(session, pickup) == 16


def test_what_is_sent_is_replaced_by_nothing_that_is_not_for_everybody(till: PhoneTill) -> None:
    till.put(Add(PEN, "home"))
    till.pay(ADDRESS)
    with pytest.raises(Problem) as refused, till.hub.database.write() as session:
        note_line(till.hub, session, find(session), 0, Outcome("substituted", WINE))
    with till.hub.database.read() as session:
        assert [line.found for line in find(session).lines] == ["open"]

    assert refused.value.code == "substitute_age"
