from datetime import timedelta
from decimal import Decimal

import pytest

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.models.members.member import Member
from kiosk.hub.problem import Problem
from tests.hub.domain.benefits.books import Books
from tests.hub.running import NOW


def _earn(hub: Hub, member: str, occasion: Occasion) -> list[Award]:
    with hub.database.write() as session:
        return earn(session, session.get_one(Member, member), occasion, occasion.happened_at)


def _buy(amount: str) -> Occasion:
    return Occasion("p", "purchase", NOW, Money(Decimal(amount), "EUR"))


def test_a_purchase_gives_points_and_money_once(hub: Hub, books: Books, anna: str) -> None:
    told = [_earn(hub, anna, _buy("50.00")) for _ in range(2)]

    assert told[0] == told[1]
    assert {award.rule: award.steps for award in told[0]} == {"points": 50, "cashback": 100}
    assert (books.read(anna), books.read(anna, "EUR"), books.list_faults()) == (50, 100, [])


def test_another_occasion_under_the_same_key_is_refused(hub: Hub, books: Books, anna: str) -> None:
    _earn(hub, anna, _buy("50.00"))
    with pytest.raises(Problem) as refused:
        _earn(hub, anna, _buy("51.00"))

    assert (refused.value.code, books.read(anna)) == ("idempotency_key_reused", 50)


def test_a_limit_by_day_holds_until_the_stores_midnight(hub: Hub, books: Books, anna: str) -> None:
    late = NOW.replace(hour=22)  # 23:00 in Berlin
    for number, hours in enumerate((0, 0.5, 1)):
        _earn(hub, anna, Occasion(f"f{number}", "feedback", late + timedelta(hours=hours)))

    assert books.read(anna) == 40


def test_an_occasion_that_is_told_late_counts_on_the_last_day(hub: Hub, books: Books, anna: str) -> None:
    _earn(hub, anna, Occasion("today", "feedback", NOW))
    _earn(hub, anna, Occasion("yesterday", "feedback", NOW - timedelta(days=1)))

    assert books.read(anna) == 20


def test_what_was_refused_by_a_limit_stays_refused_when_it_is_told_again(hub: Hub, books: Books, anna: str) -> None:
    _earn(hub, anna, Occasion("first", "feedback", NOW))
    _earn(hub, anna, Occasion("second", "feedback", NOW))
    again = _earn(hub, anna, Occasion("second", "feedback", NOW + timedelta(days=1)))

    assert ([award.steps for award in again], books.read(anna)) == ([0], 20)


def test_what_lies_ahead_of_the_clock_counts_today(hub: Hub, books: Books, anna: str) -> None:
    ahead = Occasion("ahead", "feedback", NOW + timedelta(days=400))
    with hub.database.write() as session:
        earn(session, session.get_one(Member, anna), ahead, NOW)
    _earn(hub, anna, Occasion("tomorrow", "feedback", NOW + timedelta(days=1)))

    assert books.read(anna) == 40
