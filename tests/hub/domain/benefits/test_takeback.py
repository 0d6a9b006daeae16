from decimal import Decimal
from fractions import Fraction

from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.purchase import note_purchase
from kiosk.hub.domain.benefits.referral import enter_code, give_code
from kiosk.hub.domain.benefits.takeback import ReturnedShare, Taken, take_earnings_back
from kiosk.hub.models.benefits.earning import Earning
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.running import NOW

PURCHASE = "receipt:till-1:r"
_NOTHING, _WHOLE = Fraction(0), Fraction(1)


def _buy(hub: Hub, session: Session, key: str) -> None:
    """For 45.80 euros she gets 46 points and 92 cents."""
    note_purchase(hub, session, key, PURCHASE, Money(Decimal("45.80"), "EUR"))


def _bring_back(session: Session, name: str, before: Fraction, after: Fraction) -> list[Taken]:
    return take_earnings_back(session, STORE, PURCHASE, ReturnedShare(name, before, after), NOW)


def test_each_rules_gift_goes_back_in_proportion_and_in_the_end_all_of_it(hub: Hub, books: Books, anna: str) -> None:
    third = Fraction(1, 3)
    with hub.database.write() as session:
        _buy(hub, session, anna)
        told = [_bring_back(session, "a", _NOTHING, third), _bring_back(session, "b", third, _WHOLE)]

    assert told == [
        [Taken("points", 15, 0), Taken("EUR", 31, 0)],
        [Taken("points", 31, 0), Taken("EUR", 61, 0)],
    ]
    assert (books.read(anna), books.read(anna, "EUR"), books.list_faults()) == (0, 0, [])


def test_what_she_spent_already_she_owes(hub: Hub, books: Books, anna: str) -> None:
    with hub.database.write() as session:
        _buy(hub, session, anna)
        post(session, STORE, make_gift(Cause("spent", "payment", "..."), "points", anna, -40), NOW)
        taken = _bring_back(session, "a", _NOTHING, _WHOLE)

    assert taken[0] == Taken("points", 46, 40)
    assert (books.read(anna), books.read(anna, kind="owed"), books.list_faults()) == (0, -40, [])


def test_who_recommended_the_store_keeps_her_gift_until_all_is_back(
    hub: Hub, books: Books, anna: str, dora: str
) -> None:
    with hub.database.write() as session:
        code = give_code(hub, session, session.get_one(Member, anna))
        enter_code(hub, session, session.get_one(Member, dora), code)
        _buy(hub, session, dora)
    stands = [books.read(anna)]
    for before, after in ((_NOTHING, Fraction(1, 2)), (Fraction(1, 2), _WHOLE)):
        with hub.database.write() as session:
            _bring_back(session, f"to {after}", before, after)
        stands.append(books.read(anna))

    assert (stands, books.read(dora), books.list_faults()) == ([100, 100, 0], 0, [])


def test_of_what_nobody_earned_by_nothing_is_taken(hub: Hub, books: Books) -> None:
    with hub.database.write() as session:
        assert _bring_back(session, "a", _NOTHING, _WHOLE) == []
        session.add(Earning(store_id=STORE, key=PURCHASE, fingerprint="f", findings=[]))
        session.flush()
        assert _bring_back(session, "b", _NOTHING, _WHOLE) == []

    assert books.count("returned") == 0
