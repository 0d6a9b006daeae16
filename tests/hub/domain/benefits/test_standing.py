from datetime import date
from decimal import Decimal

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.debt import Loss, take_back
from kiosk.hub.domain.benefits.ledger import Cause
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.domain.benefits.stamp_card import stamp_visit
from kiosk.hub.domain.benefits.standing import Amount, MemberStanding, gather_standing
from kiosk.hub.models.benefits.programme import Programme
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def _gather(hub: Hub, member: str) -> MemberStanding:
    with hub.database.read() as session:
        return gather_standing(session, session.get_one(Member, member))


def test_a_member_reads_what_she_has_and_what_happened_last_first(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        row = session.get_one(Member, anna)
        earn(session, row, Occasion("p", "purchase", NOW, Money(Decimal("25.50"), "EUR")), NOW)
        earn(session, row, Occasion("f", "feedback", NOW), NOW)
        stamp_visit(session, row, "home", date(2026, 11, 22), NOW)
    standing = _gather(hub, anna)

    assert standing.balances == (Amount(Decimal("0.51"), "EUR"), Amount(Decimal(46), "points"))
    assert [(line.reason, line.change.amount) for line in standing.history] == [
        ("feedback", Decimal(20)),
        ("purchase", Decimal("0.51")),
        ("purchase", Decimal(26)),
    ]
    assert standing.card
    assert (standing.card.zones, standing.card.turned_in, standing.card.is_allowed) == (("home",), 0, True)


def test_what_she_owes_and_what_she_can_pay_with_is_told(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        loss = Loss(Cause("back", "returned", "..."), "points", 12)
        take_back(session, session.get_one(Member, anna), loss, NOW)
    standing = _gather(hub, anna)

    assert standing.owed == (Amount(Decimal(12), "points"),)
    assert [tender.unit for tender in standing.tenders] == ["points", "EUR"]


def test_who_allowed_nothing_has_an_empty_card_that_says_so(hub: Hub, dora: str) -> None:
    standing = _gather(hub, dora)

    assert (standing.balances, standing.history) == ((), ())
    assert standing.card
    assert (standing.card.zones, standing.card.is_allowed) == ((), False)


def test_a_store_without_a_programme_has_no_card(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        session.delete(session.get_one(Programme, STORE))

    assert _gather(hub, anna).card is None


def test_who_goes_by_two_keys_reads_what_lies_under_both(hub: Hub, anna: str, dora: str) -> None:
    with hub.database.write() as session:
        for key, member in (("a", anna), ("d", dora)):
            earn(session, session.get_one(Member, member), Occasion(key, "feedback", NOW), NOW)
        session.get_one(Member, dora).person_key = anna

    for member in (anna, dora):
        standing = _gather(hub, member)
        assert (standing.balances, len(standing.history)) == ((Amount(Decimal(40), "points"),), 2)
