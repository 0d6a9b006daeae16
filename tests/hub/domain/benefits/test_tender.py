from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest
from msgspec.structs import replace

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.debt import Loss, take_back
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.programme import Programme
from kiosk.hub.domain.benefits.sweep import sweep_coupons
from kiosk.hub.domain.benefits.tender import Wish, hold_tender, redeem_tender, release_tender
from kiosk.hub.domain.benefits.tender_rule import TenderRule
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.models.benefits.tender import Tender, find_tender
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.domain.benefits.books import Books
from tests.hub.running import NOW, Dial

WISH = Wish("p", "f", "points", Money(Decimal("3.00"), "EUR"))


@pytest.fixture
def purse(hub: Hub, anna: str) -> str:
    """Anna's key; she has 500 points."""
    with hub.database.write() as session:
        post(session, STORE, make_gift(Cause("gift", "gift", "..."), "points", anna, 500), NOW)
    return anna


def _hold(hub: Hub, key: str, wish: Wish = WISH) -> tuple[Tender, bool]:
    with hub.database.write() as session:
        till = session.get_one(Till, (STORE, TILL))
        return hold_tender(session, till, session.get_one(Member, key), wish, hub.now())


def _do(hub: Hub, deed: str, name: str = "p") -> bool:
    with hub.database.write() as session:
        tender = find_tender(session, STORE, TILL, name)
        assert tender
        return {"redeem": redeem_tender, "release": release_tender}[deed](session, tender, hub.now())


def test_what_is_held_is_hers_no_more_and_is_spent_once(hub: Hub, books: Books, purse: str) -> None:
    held = [_hold(hub, purse) for _ in range(2)]
    left = books.read(purse)
    spent = [_do(hub, "redeem") for _ in range(2)]

    assert [(tender.steps, tender.worth, is_new) for tender, is_new in held] == [
        (300, Decimal("3.00"), True),
        (300, Decimal("3.00"), False),
    ]
    assert (left, spent, books.read(purse), books.read("", kind="laid_by")) == (200, [True, False], 200, 0)
    assert books.list_faults() == []


def test_what_is_released_is_hers_again_and_is_not_spent(hub: Hub, books: Books, purse: str) -> None:
    _hold(hub, purse)
    told = [_do(hub, "release") for _ in range(2)]
    with pytest.raises(Problem, match="hold it anew") as refusal:
        _do(hub, "redeem")

    assert (told, refusal.value.code, books.read(purse)) == ([True, False], "payment_released", 500)


def test_what_was_spent_is_not_released(hub: Hub, books: Books, purse: str) -> None:
    _hold(hub, purse)
    _do(hub, "redeem")
    with pytest.raises(Problem) as refusal:
        _do(hub, "release")

    assert (refusal.value.code, books.read(purse)) == ("payment_redeemed", 200)


def test_a_point_that_is_worth_less_than_a_cent_pays_nothing_alone(hub: Hub, books: Books, purse: str) -> None:
    with hub.database.write() as session:
        programme = Programme(pay=(TenderRule(unit="points", worth=Decimal("0.005")),))
        set_programme(session, STORE, msgspec.to_builtins(programme), NOW)
    with pytest.raises(Problem) as refusal:
        _hold(hub, purse, replace(WISH, at_most=Decimal(1)))
    tender, _ = _hold(hub, purse, replace(WISH, at_most=Decimal(11)))

    assert (refusal.value.code, tender.steps, tender.worth) == ("payment_empty", 10, Decimal("0.05"))
    assert books.read(purse) == 490


def test_a_hold_lapses_by_itself_and_by_whoever_asks_first(hub: Hub, books: Books, purse: str, dial: Dial) -> None:
    for name in ("p", "q"):
        _hold(hub, purse, replace(WISH, id=name))
    dial.turn(timedelta(minutes=15))
    with pytest.raises(Problem) as refusal:
        _do(hub, "redeem")
    assert (refusal.value.code, _do(hub, "release", "q")) == ("payment_expired", False)
    tender, _ = _hold(hub, purse, replace(WISH, id="r", due=Money(Decimal("9.00"), "EUR")))
    dial.turn(timedelta(minutes=15))
    sweep_coupons(hub)

    assert (tender.steps, books.read(purse), books.list_faults()) == (500, 500, [])


def test_what_comes_back_pays_first_what_she_owes(hub: Hub, books: Books, purse: str) -> None:
    _hold(hub, purse)
    with hub.database.write() as session:
        loss = Loss(Cause("return", "returned", "..."), "points", 450)
        take_back(session, session.get_one(Member, purse), loss, NOW)
    owed = books.read(purse, kind="owed")
    _do(hub, "release")

    assert (owed, books.read(purse), books.read(purse, kind="owed"), books.list_faults()) == (-250, 50, 0, [])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"fingerprint": "g"}, "payment_reused"),
        ({"id": "q", "unit": "EUR"}, "payment_empty"),
        ({"id": "q", "due": Money(Decimal(0), "EUR")}, "payment_empty"),
        ({"id": "q", "due": Money(Decimal(1), "CHF")}, "tender_unknown"),
        ({"id": "q", "unit": "GBP"}, "tender_unknown"),
    ],
)
def test_what_cannot_be_paid_so_is_refused(
    hub: Hub, books: Books, purse: str, change: dict[str, object], code: str
) -> None:
    _hold(hub, purse)
    with pytest.raises(Problem) as refusal:
        _hold(hub, purse, replace(WISH, **change))

    assert (refusal.value.code, books.read(purse)) == (code, 200)
