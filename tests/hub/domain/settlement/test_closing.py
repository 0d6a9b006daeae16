from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.domain.benefits.tender import release_tender
from kiosk.hub.domain.kept.goods_return import ToldReturn, take_return
from kiosk.hub.domain.retention.aged import AGED, drop_aged
from kiosk.hub.domain.settlement.closing import name_sale, redeem_settlement, release_settlement
from kiosk.hub.domain.settlement.own_till import OWN_TILL, open_own_till
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.benefits.tender import Tender
from kiosk.hub.models.profile.receipt import Receipt, find_receipt
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill


def find_sale(till: PhoneTill, settlement_id: str) -> Receipt:
    with till.hub.database.read() as session:
        found = find_receipt(session, STORE, OWN_TILL, settlement_id)
        assert found
        return found


def test_a_sale_is_a_receipt_whose_goods_take_back_what_they_earned(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    settlement_id = till.pay()
    with till.hub.database.write() as session:
        own = open_own_till(till.hub, session, STORE)
        delivery = ToldReturn("r", "f", own.id, settlement_id, till.hub.now(), None)
        take_return(till.hub, session, own, delivery)

    assert find_sale(till, settlement_id).earning_key == name_sale(settlement_id)
    assert (books.read(till.key), books.read(till.key, "EUR")) == (0, 0)
    assert books.list_faults() == []


def test_with_the_payment_her_visit_ends(till: PhoneTill) -> None:
    with till.hub.database.write() as session:
        visit = check_in(till.hub, session, till.get_member(session), Arrival("card", till.hub.now()))
    assert visit
    till.put_pens()
    till.pay()
    with till.hub.database.read() as session:
        assert session.get_one(Visit, visit.id).ended_by == "paid"


def test_each_end_comes_once_and_none_follows_the_other(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    with till.hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        told = [redeem_settlement(till.hub, session, row), redeem_settlement(till.hub, session, row)]
        told.append(release_settlement(till.hub, session, row))

    assert told == [True, False, False]
    assert till.read(settlement_id).state == "paid"


def test_sales_are_counted_without_a_gap(till: PhoneTill) -> None:
    numbers = list[int | None]()
    for _ in range(2):
        till.put_pens(1)
        called_off = till.begin()
        with till.hub.database.write() as session:
            release_settlement(till.hub, session, session.get_one(Settlement, called_off))
        numbers.append(till.read(till.pay()).number)

    assert numbers == [1, 2]


def test_the_sale_of_who_was_erased_meanwhile_is_kept_as_nobodys(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    settlement_id = till.begin()
    with till.hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        row.member_key = None
        for tender in session.scalars(select(Tender)).all():
            release_tender(session, tender, till.hub.now())
            session.delete(tender)
        session.flush()
        assert redeem_settlement(till.hub, session, row)

    assert find_sale(till, settlement_id).member_key is None
    assert books.list_faults() == []


def test_a_payment_that_came_to_nothing_goes_after_a_while_and_a_sale_stays(till: PhoneTill) -> None:
    till.put_pens(1)
    called_off = till.begin()
    with till.hub.database.write() as session:
        release_settlement(till.hub, session, session.get_one(Settlement, called_off))
    paid = till.pay()
    after = till.hub.now() + timedelta(seconds=1)
    with till.hub.database.write() as session:
        gone = drop_aged(session, AGED["released_payments"], after)

    with till.hub.database.read() as session:
        assert (gone, session.scalars(select(Settlement.id)).all()) == (1, [paid])
