from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from kiosk.contract.money import Money
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING, allow
from kiosk.hub.domain.leaving.mandate import allow_charging, change_limit, find_highest, find_mandate, read_most
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.text.consent_text import LATEST
from tests.hub.domain.leaving.walker import HIGHEST, Walker
from tests.hub.running import NOW


def read_consents(walker: Walker) -> list[Consent]:
    with walker.hub.database.read() as session:
        return list(session.scalars(select(Consent).where(Consent.purpose == CHARGE_ON_LEAVING)))


@pytest.mark.parametrize(
    ("typed", "most"),
    [
        ("60", "60"),
        (" 60,50 ", "60.50"),
        ("60.5", "60.5"),
        ("1", "1"),
        ("150", "150"),
        ("150,01", None),
        ("0,99", None),
        ("-5", None),
        ("1e2", None),
        ("60,505", None),
        ("NaN", None),
        ("٦٠", None),
        ("", None),
        ("60 Euro", None),
        ("9" * 32, None),
    ],
)
def test_a_limit_is_an_amount_within_the_store_s_bounds(typed: str, most: str | None) -> None:
    assert read_most(typed, HIGHEST) == (None if most is None else Decimal(most))


def test_what_she_allows_is_on_record_with_its_words_and_pressed_twice_it_is_one(walker: Walker) -> None:
    first, again = walker.begin_mandate("60"), walker.begin_mandate("70")
    (consent,) = read_consents(walker)

    assert first == again
    assert (consent.given_at, consent.text_version, consent.source) == (NOW, LATEST, "phone")
    assert (walker.read_mandate(first).most, walker.read_mandate(first).state) == (Decimal(70), "asked")


def test_another_limit_holds_from_then_on(walker: Walker) -> None:
    mandate_id = walker.allow("60")
    with walker.hub.database.write() as session:
        assert change_limit(walker.hub, session, walker.get_member(session), Money(Decimal(30), "EUR"))

    assert walker.read_mandate(mandate_id).most == Decimal(30)


def test_who_took_it_back_allows_nothing_and_the_consent_stays_with_its_end(walker: Walker) -> None:
    mandate_id = walker.allow()
    walker.revoke()
    with walker.hub.database.write() as session:
        member = walker.get_member(session)
        assert find_mandate(session, member) is None
        assert not change_limit(walker.hub, session, member, Money(Decimal(30), "EUR"))
    (consent,) = read_consents(walker)

    assert consent.withdrawn_at == NOW
    assert walker.read_mandate(mandate_id).state == "ending"


def test_a_switch_without_a_limit_does_not_allow_it(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        assert not allow(walker.hub, session, walker.get_member(session), CHARGE_ON_LEAVING)

    assert read_consents(walker) == []


def test_without_anybody_who_takes_money_nobody_is_charged_so(walker: Walker) -> None:
    alone = replace(walker.hub, provider=None)
    with alone.database.write() as session:
        assert allow_charging(alone, session, walker.get_member(session), HIGHEST) is None

    assert find_highest(alone) is None
    assert find_highest(walker.hub) == HIGHEST
    assert read_consents(walker) == []


@pytest.mark.parametrize(
    ("most", "state"), [("22.89", "released"), ("3", "released"), ("22.90", "paid"), ("100", "paid")]
)
def test_a_limit_that_she_lowers_before_the_provider_hears_of_it_holds_at_once(
    walker: Walker, most: str, state: str
) -> None:
    walker.leave_unbegun()
    with walker.hub.database.write() as session:
        assert change_limit(walker.hub, session, walker.get_member(session), Money(Decimal(most), "EUR"))
    sweep_settlements(walker.hub)
    is_charged = state == "paid"

    assert walker.list_payments() == [(state, "exit")]
    assert ("begin" in walker.provider.asked) is is_charged
    assert ["more than your limit" in text for text in walker.list_told()] == [not is_charged]
