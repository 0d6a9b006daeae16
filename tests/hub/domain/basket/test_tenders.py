from decimal import Decimal

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import UseUnit
from kiosk.hub.domain.basket.tenders import list_choices
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


def choose(till: PhoneTill, due: str, *chosen: str) -> list[tuple[str, str, bool]]:
    with till.hub.database.read() as session:
        choices = list_choices(session, till.get_member(session), Money(Decimal(due), "EUR"), chosen)
    return [(one.unit, str(one.quote.worth.amount), one.is_chosen) for one in choices]


def test_what_she_has_is_offered_and_what_she_chose_comes_first(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())

    assert choose(till, "20.00") == [("points", "5.00", False), ("EUR", "3.00", False)]
    assert choose(till, "6.00", "EUR") == [("EUR", "3.00", True), ("points", "3.00", False)]


def test_nothing_is_offered_that_would_pay_nothing(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())

    assert choose(till, "5.00", "points") == [("points", "5.00", True)]
    assert choose(till, "0.00") == []


def test_what_she_chose_lowers_what_is_due_and_what_the_purchase_brings(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    both = till.look()
    till.put(UseUnit("points", is_used=False))
    credit = till.look()

    assert (str(both.due.amount), str(credit.due.amount)) == ("74.70", "79.70")
    assert [(one.unit, one.steps) for one in both.brings] == [("points", 75), ("EUR", 149)]
    assert both.deal != credit.deal
