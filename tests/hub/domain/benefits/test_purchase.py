from decimal import Decimal

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.purchase import name_purchase, note_purchase
from kiosk.hub.domain.benefits.referral import enter_code, give_code
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.benefits.own_page import keep_with_card


def test_a_purchase_that_a_till_tells_in_two_ways_is_paid_once(hub: Hub, books: Books, anna: str) -> None:
    keep_with_card(hub, anna, "b")
    with hub.database.write() as session:
        redeem_bookmark(hub, session, session.get_one(Bookmark, "b"), paid=Money(Decimal("22.90"), "EUR"))
        for paid in ("22.90", "40.00"):
            note_purchase(hub, session, anna, name_purchase("b"), Money(Decimal(paid), "EUR"))

    assert (books.read(anna), books.read(anna, "EUR"), books.list_faults()) == (23, 46, [])


def test_a_redemption_that_says_no_amount_leaves_it_to_the_receipt(hub: Hub, books: Books, anna: str) -> None:
    keep_with_card(hub, anna, "b")
    with hub.database.write() as session:
        redeem_bookmark(hub, session, session.get_one(Bookmark, "b"))
    before = books.read(anna)
    with hub.database.write() as session:
        note_purchase(hub, session, anna, name_purchase("b"), Money(Decimal("40.00"), "EUR"))

    assert (before, books.read(anna)) == (0, 40)


def test_who_paid_nothing_bought_nothing_and_pays_who_sent_her_once_she_does(
    hub: Hub, books: Books, anna: str, dora: str
) -> None:
    with hub.database.write() as session:
        enter_code(hub, session, session.get_one(Member, dora), give_code(hub, session, session.get_one(Member, anna)))
    keep_with_card(hub, dora, "gift")
    given: list[tuple[int, int]] = []
    for paid, key in (("0.00", name_purchase("gift")), ("0.00", "receipt:till-1:a"), ("9.90", "receipt:till-1:b")):
        with hub.database.write() as session:
            redeem_bookmark(hub, session, session.get_one(Bookmark, "gift"), paid=Money(Decimal(0), "EUR"))
            note_purchase(hub, session, dora, key, Money(Decimal(paid), "EUR"))
        given.append((books.read(anna), books.read(dora)))

    assert given == [(0, 0), (0, 0), (100, 10)]
