from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, Budget, Caps, Control, Offer, Validity
from kiosk.contract.rule import Condition
from kiosk.offers.eligibility import RULES, Exclusion, find_exclusion, list_exclusions
from kiosk.offers.shown import NOTHING_SHOWN
from kiosk.offers.situation import Policy, Situation
from tests.doubles.shop_floor import make_shopper

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
SHOWN = NOTHING_SHOWN.record("anna", "o", date(2026, 11, 23), 0.0)
SITUATION = Situation(
    zones=frozenset({"shoes"}), local=NOON, mono=1000.0, shopper=make_shopper("anna", "a"), shown=SHOWN, cooldown_s=600
)
TITLE = {"de": "Titel"}
PAST = datetime(2026, 1, 1, tzinfo=UTC)
FUTURE = datetime(2027, 1, 1, tzinfo=UTC)
TWENTY = Budget(Money(Decimal(20), "EUR"), Money(Decimal(10), "EUR"))


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        (Offer("o", TITLE), None),
        (Offer("o", TITLE, zones=("shoes", "bags")), None),
        (Offer("o", TITLE, zones=("bags",)), Exclusion.ZONE),
        (Offer("o", TITLE, audience=Audience(all=("b",))), Exclusion.AUDIENCE),
        (Offer("o", TITLE, audience=Audience(all=(Condition(zone=("bags",)),))), Exclusion.AUDIENCE),
        (Offer("o", TITLE, valid=Validity(start=FUTURE)), Exclusion.VALIDITY),
        (Offer("o", TITLE, dayparts=(Daypart(start="13:00", until="14:00"),)), Exclusion.DAYPART),
        (Offer("o", TITLE, dayparts=(Daypart(start="12:00", until="14:00"),)), None),
        (Offer("o", TITLE, caps=Caps(per_shopper_day=1)), Exclusion.CAP_SHOPPER_DAY),
        (Offer("o", TITLE, caps=Caps(per_shopper_day=2)), None),
        (Offer("o", TITLE, caps=Caps(per_screen_hour=1)), Exclusion.CAP_SCREEN_HOUR),
        (Offer("o", TITLE, caps=Caps(per_screen_hour=2)), None),
        (Offer("o", TITLE, caps=Caps(per_screen_day=1)), Exclusion.CAP_SCREEN_DAY),
        (Offer("o", TITLE, caps=Caps(per_screen_day=2)), None),
        (Offer("o", TITLE, control=Control(1)), Exclusion.CONTROL),
        (Offer("o", TITLE, control=Control(0)), None),
        (Offer("o", TITLE, zones=("bags",), control=Control(1)), Exclusion.ZONE),
    ],
)
def test_an_offer_is_excluded_by_the_first_rule_that_it_breaks(offer: Offer, reason: Exclusion | None) -> None:
    assert find_exclusion(offer, SITUATION) is reason


def test_all_the_rules_that_it_breaks_can_be_listed() -> None:
    offer = Offer("o", TITLE, zones=("bags",), valid=Validity(until=PAST), caps=Caps(per_screen_day=1))
    assert list_exclusions(offer, SITUATION) == [Exclusion.ZONE, Exclusion.VALIDITY, Exclusion.CAP_SCREEN_DAY]
    assert list_exclusions(Offer("o", TITLE), SITUATION) == []


def test_every_exclusion_has_its_rule() -> None:
    assert list(RULES) == list(Exclusion)


def test_an_offer_cools_down_for_the_shopper_who_saw_it() -> None:
    soon = replace(SITUATION, mono=599.0)
    assert find_exclusion(Offer("o", TITLE), soon) is Exclusion.COOLDOWN
    assert find_exclusion(Offer("o", TITLE), replace(soon, shopper=make_shopper("ben"))) is None
    assert find_exclusion(Offer("o", TITLE), replace(soon, shopper=None)) is None


def test_a_shopper_is_shown_so_many_offers_a_day_and_no_more() -> None:
    once, twice = (replace(SITUATION, policy=Policy(contacts_per_day=most)) for most in (1, 2))
    fresh = Offer("fresh", TITLE)
    assert find_exclusion(fresh, once) is Exclusion.CONTACTS
    assert find_exclusion(fresh, twice) is None
    assert find_exclusion(fresh, replace(once, shopper=make_shopper("ben"))) is None
    assert find_exclusion(fresh, replace(once, shopper=None)) is None


def test_a_budget_ends_with_the_bookmark_that_holds_its_last_part() -> None:
    offer = Offer("o", TITLE, budget=TWENTY)
    once = SHOWN.hold(offer)
    assert find_exclusion(offer, replace(SITUATION, shown=once)) is None
    assert find_exclusion(offer, replace(SITUATION, shown=once.hold(offer))) is Exclusion.BUDGET


def test_nobody_in_particular_has_caps_of_her_own_or_is_held_out() -> None:
    offer = Offer("o", TITLE, caps=Caps(per_shopper_day=0), control=Control(1))
    assert find_exclusion(offer, replace(SITUATION, shopper=None)) is None


@pytest.mark.parametrize(
    ("valid", "is_on"),
    [
        (Validity(), True),
        (Validity(start=PAST), True),
        (Validity(start=NOON), True),
        (Validity(start=FUTURE), False),
        (Validity(until=FUTURE), True),
        (Validity(until=NOON), False),
        (Validity(start=PAST, until=FUTURE), True),
    ],
)
def test_validity_holds_from_its_start_and_not_at_its_end(valid: Validity, is_on: bool) -> None:  # noqa: FBT001 # a table's column
    assert valid.covers(NOON) is is_on
