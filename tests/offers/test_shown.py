from datetime import date
from decimal import Decimal

import pytest

from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Offer
from kiosk.offers.shown import DAY_S, HOUR_S, NOTHING_SHOWN, Shown

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
FAR_AHEAD = date(2099, 1, 1)
EACH = Money(Decimal(10), "EUR")
FIFTY = Budget(Money(Decimal(50), "EUR"), EACH)
THIRTY = Budget(Money(Decimal(30), "EUR"), EACH)


def count_all(shown: Shown, day: date, mono: float) -> tuple[int, int, int]:
    """What the caps by the day ask for, of Anna and the boots."""
    contacts, showings = shown.count_contacts("anna", day, mono), shown.count_day("boots", day, mono)
    return shown.count_today("anna", "boots", day, mono), contacts, showings


def test_showings_are_counted_by_shopper_and_day() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("anna", "boots", MONDAY, 10.0)
    assert shown.count_today("anna", "boots", MONDAY, 10.0) == 2
    assert shown.count_today("anna", "boots", TUESDAY, 10.0) == 0
    assert shown.count_today("ben", "boots", MONDAY, 10.0) == 0


def test_contacts_are_counted_by_shopper_and_day_whatever_the_offer() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("anna", "socks", MONDAY, 10.0)
    assert [shown.count_contacts("anna", day, 10.0) for day in (MONDAY, TUESDAY)] == [2, 0]
    assert shown.count_contacts("ben", MONDAY, 10.0) == 0


def test_showings_are_counted_by_screen_and_day() -> None:
    shown = NOTHING_SHOWN.record(None, "boots", MONDAY, 0.0).record("anna", "boots", MONDAY, 10.0)
    assert [shown.count_day("boots", day, 10.0) for day in (MONDAY, TUESDAY)] == [2, 0]
    assert shown.count_day("socks", MONDAY, 10.0) == 0


def test_showings_are_counted_by_screen_and_hour() -> None:
    shown = NOTHING_SHOWN.record(None, "boots", MONDAY, 0.0).record("anna", "boots", MONDAY, 1800.0)
    assert [shown.count_hour("boots", mono) for mono in (1800.0, 3599.0, 3600.0, 5400.0)] == [2, 2, 1, 0]
    assert shown.count_hour("socks", 0.0) == 0


def test_a_showing_cools_down() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 100.0)
    assert shown.is_cooling("anna", "boots", 699.0, 600.0)
    assert not shown.is_cooling("anna", "boots", 700.0, 600.0)
    assert not shown.is_cooling("ben", "boots", 100.0, 600.0)


def test_bookmarks_hold_a_part_of_the_budget_until_it_is_stated_anew() -> None:
    offer = Offer("boots", {"de": "Stiefel"}, budget=FIFTY)
    shown = NOTHING_SHOWN.hold(offer).hold(offer)
    assert shown.count_held("boots", FIFTY) == 2
    assert shown.count_held("boots", THIRTY) == 0
    assert shown.count_held("socks", FIFTY) == 0


def test_without_a_budget_nothing_is_held() -> None:
    assert NOTHING_SHOWN.hold(Offer("boots", {"de": "Stiefel"})) == NOTHING_SHOWN


def test_a_new_day_forgets_what_no_cap_can_ask_for() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("ben", "socks", TUESDAY, 90_000.0)
    assert set(shown.tallies) == {("ben", "socks")}
    assert set(shown.times) == {"socks"}
    assert shown.today.contacts == {"ben": 1}


def test_midnight_ends_no_cooldown_and_no_hour() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("anna", "socks", TUESDAY, 60.0)
    assert shown.is_cooling("anna", "boots", 60.0, 600.0)
    assert shown.count_hour("boots", 60.0) == 1
    assert shown.count_contacts("anna", TUESDAY, 60.0) == 1
    assert shown.count_today("anna", "boots", TUESDAY, 60.0) == 0


def test_midnight_ends_no_cooldown_of_a_day() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("anna", "socks", TUESDAY, 7 * HOUR_S)
    assert shown.is_cooling("anna", "boots", 23 * HOUR_S, 24 * HOUR_S)


def test_a_clock_set_back_frees_no_cap() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", TUESDAY, 0.0)
    later = shown.record("anna", "boots", MONDAY, 60.0)
    assert shown.count_today("anna", "boots", MONDAY, 60.0) == 1
    assert count_all(later, MONDAY, 60.0) == count_all(later, TUESDAY, 60.0) == (2, 2, 2)


@pytest.mark.parametrize("day", [MONDAY, FAR_AHEAD])
def test_a_clock_that_ran_ahead_or_always_says_the_same_day_keeps_no_cap_for_longer_than_a_day(day: date) -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", day, 0.0)
    assert count_all(shown, MONDAY, DAY_S - 1) == (1, 1, 1)
    assert count_all(shown, MONDAY, DAY_S) == (0, 0, 0)
    assert count_all(shown.record("anna", "boots", MONDAY, DAY_S), MONDAY, DAY_S) == (1, 1, 1)


def test_who_withdrew_is_not_remembered() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("ben", "boots", MONDAY, 60.0)
    kept = shown.keep_only({"ben"})
    assert set(kept.tallies) == {("ben", "boots")}
    assert kept.today.contacts == {"ben": 1}
    assert kept.count_day("boots", MONDAY, 60.0) == 2


def test_as_long_as_nobody_withdraws_the_memory_is_the_very_same() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0)
    assert shown.keep_only({"anna", "ben"}) is shown


def test_nobody_need_come_near_for_the_past_to_be_forgotten() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("ben", "boots", MONDAY, HOUR_S)
    first = shown.forget_past(DAY_S)
    assert shown.forget_past(DAY_S - 1) is shown
    assert (set(first.tallies), first.times, first.today.contacts) == ({("ben", "boots")}, {}, {})
    assert first.forget_past(2 * DAY_S).tallies == {}
    assert NOTHING_SHOWN.forget_past(2 * DAY_S) is NOTHING_SHOWN


def test_an_hours_showings_are_all_that_is_kept_of_an_offer() -> None:
    shown: Shown = NOTHING_SHOWN
    for minute in range(0, 600, 30):
        shown = shown.record(None, "boots", MONDAY, minute * 60.0)
    assert len(shown.times["boots"]) == 2


def test_recording_leaves_the_earlier_memory_as_it_was() -> None:
    NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0)
    assert not NOTHING_SHOWN.tallies
