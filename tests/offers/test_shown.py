from datetime import date

from kiosk.offers.shown import NOTHING_SHOWN

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


def test_showings_are_counted_by_shopper_and_day() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("anna", "boots", MONDAY, 10.0)
    assert shown.count_today("anna", "boots", MONDAY) == 2
    assert shown.count_today("anna", "boots", TUESDAY) == 0
    assert shown.count_today("ben", "boots", MONDAY) == 0


def test_showings_are_counted_by_screen_and_hour() -> None:
    shown = NOTHING_SHOWN.record(None, "boots", MONDAY, 0.0).record("anna", "boots", MONDAY, 1800.0)
    assert [shown.count_hour("boots", mono) for mono in (1800.0, 3599.0, 3600.0, 5400.0)] == [2, 2, 1, 0]
    assert shown.count_hour("socks", 0.0) == 0


def test_a_showing_cools_down() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 100.0)
    assert shown.is_cooling("anna", "boots", 699.0, 600.0)
    assert not shown.is_cooling("anna", "boots", 700.0, 600.0)
    assert not shown.is_cooling("ben", "boots", 100.0, 600.0)


def test_what_no_cap_can_ask_for_is_forgotten() -> None:
    shown = NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0).record("ben", "socks", TUESDAY, 90_000.0)
    assert set(shown.tallies) == {("ben", "socks")}


def test_recording_leaves_the_earlier_memory_as_it_was() -> None:
    NOTHING_SHOWN.record("anna", "boots", MONDAY, 0.0)
    assert not NOTHING_SHOWN.tallies
