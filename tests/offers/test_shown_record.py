from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from kiosk.contract.instant import Instant
from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Offer
from kiosk.offers.shown import DAY_S, HOUR_S, NOTHING_SHOWN, Shown, Tally
from kiosk.offers.shown_record import MOST, ShownRecord, TallyRow, recall_shown, record_shown

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
NOON = Instant(1000.0, datetime(2026, 11, 23, 12, tzinfo=UTC), "id")
BUDGET = Budget(Money(Decimal("50.00"), "EUR"), Money(Decimal("12.50"), "EUR"))
BOOTS = Offer("boots", {"de": "Stiefel"}, budget=BUDGET)
SHOWN = NOTHING_SHOWN.record("anna", "boots", MONDAY, 400.0).record(None, "mug", MONDAY, 900.0).hold(BOOTS)


def carry_over(shown: Shown, off_s: float, clock_off_s: float | None = None) -> tuple[Shown, float]:
    """What is known `off_s` seconds after noon by a clock that says `clock_off_s`, and the monotonic time there.

    That begins anew with each start of the machine.
    """
    wall = NOON.wall + timedelta(seconds=off_s if clock_off_s is None else clock_off_s)
    content = json.encode(record_shown(shown, NOON))
    return recall_shown(json.decode(content, type=ShownRecord), Instant(7.0, wall, "id")), 7.0


def test_caps_cooldown_and_budget_go_on_after_a_restart() -> None:
    shown, mono = carry_over(SHOWN, off_s=60)

    assert shown.count_today("anna", "boots", MONDAY, mono) == 1
    assert shown.count_contacts("anna", MONDAY, mono) == 1
    assert [shown.count_day(offer, MONDAY, mono) for offer in ("boots", "mug")] == [1, 1]
    assert [shown.count_hour("boots", mono + later) for later in (0, HOUR_S - 661, HOUR_S - 659)] == [1, 1, 0]
    assert [shown.is_cooling("anna", "boots", mono, 660 + more) for more in (1, -1)] == [True, False]
    assert shown.count_held("boots", BUDGET) == 1


def test_the_next_day_begins_anew_though_a_cooldown_goes_on() -> None:
    shown, mono = carry_over(SHOWN, off_s=20 * HOUR_S)

    assert shown.count_today("anna", "boots", TUESDAY, mono) == 0
    assert shown.count_contacts("anna", TUESDAY, mono) == 0
    assert shown.count_day("mug", TUESDAY, mono) == 0
    assert shown.times == {}
    assert shown.is_cooling("anna", "boots", mono, 24 * HOUR_S)


def test_of_whom_saw_something_days_ago_nothing_is_taken_up() -> None:
    shown, _ = carry_over(SHOWN, off_s=3 * DAY_S)

    assert shown.tallies == {}
    assert shown.today.contacts == {}


@pytest.mark.parametrize("clock_off_s", [-60.0, -400 * DAY_S])
def test_a_clock_set_back_frees_nothing_and_keeps_nothing_for_ever(clock_off_s: float) -> None:
    shown, mono = carry_over(SHOWN, off_s=60, clock_off_s=clock_off_s)
    today = (NOON.wall + timedelta(seconds=clock_off_s)).date()
    left_s = DAY_S - 600

    assert shown.count_today("anna", "boots", today, mono) == 1
    assert [shown.count_contacts("anna", today, mono + later) for later in (left_s - 1, left_s + 1)] == [1, 0]
    assert [shown.count_hour("boots", mono + later) for later in (HOUR_S - 601, HOUR_S - 599)] == [1, 0]
    assert [shown.is_cooling("anna", "boots", mono + later, 700) for later in (99, 101)] == [True, False]


def test_a_clock_that_starts_at_the_same_time_again_and_again_keeps_no_cap_for_longer_than_a_day_of_work() -> None:
    shown, nights = SHOWN, 0
    while shown.count_today("anna", "boots", MONDAY, 7.0) and nights < 9:
        evening = Instant(7.0 + 12 * HOUR_S, NOON.wall + timedelta(hours=12), "id")
        shown = recall_shown(record_shown(shown, evening), Instant(7.0, NOON.wall, "id"))
        nights += 1

    assert nights == 3


def test_a_clock_that_ran_ahead_while_it_was_written_keeps_nothing_for_ever() -> None:
    ahead = Instant(1000.0, datetime(2099, 1, 1, tzinfo=UTC), "id")
    record = record_shown(NOTHING_SHOWN.record("anna", "boots", date(2099, 1, 1), 1000.0), ahead)
    shown = recall_shown(record, Instant(7.0, NOON.wall, "id"))

    assert [shown.count_today("anna", "boots", MONDAY, 7.0 + later) for later in (0, DAY_S)] == [1, 0]


def test_what_claims_to_be_later_than_its_own_writing_is_of_now() -> None:
    far = record_shown(NOTHING_SHOWN, NOON).written_at + 9 * DAY_S
    record = ShownRecord(0.0, MONDAY, far, (TallyRow("anna", "boots", 1, far),), (("boots", far),), {"boots": 1}, {})
    shown = recall_shown(record, NOON)

    assert shown.times == {"boots": (NOON.mono,)}
    assert shown.tallies["anna", "boots"].last == shown.today.since == NOON.mono


def test_what_is_written_is_bounded_and_the_latest() -> None:
    moments = tuple(float(number) for number in range(MOST + 2))
    tallies = {(f"s-{moment:g}", "boots"): Tally(1, moment) for moment in reversed(moments)}
    record = record_shown(Shown(tallies, {"boots": moments}), NOON)

    assert len(record.tallies) == len(record.times) == MOST
    assert (record.tallies[0].shopper, record.tallies[-1].shopper) == ("s-2", f"s-{MOST + 1}")
    assert json.decode(json.encode(record), type=ShownRecord) == record


@given(
    st.lists(
        st.tuples(st.sampled_from(["anna", "ben", None]), st.sampled_from(["boots", "mug"]), st.floats(0, 90_000)),
        max_size=12,
    ),
    st.floats(0, 1e6),
)
def test_a_restart_in_no_time_changes_nothing(showings: list[tuple[str | None, str, float]], began_at: float) -> None:
    shown, mono = NOTHING_SHOWN, began_at
    for shopper, offer, gap_s in showings:
        mono += gap_s
        shown = shown.record(shopper, offer, (NOON.wall + timedelta(seconds=mono)).date(), mono)
    now = Instant(mono, NOON.wall + timedelta(seconds=mono), "id")
    day = now.wall.date()
    again = recall_shown(record_shown(shown, now), now)

    for shopper in ("anna", "ben"):
        assert again.count_contacts(shopper, day, mono) == shown.count_contacts(shopper, day, mono)
        for offer in ("boots", "mug"):
            assert again.count_today(shopper, offer, day, mono) == shown.count_today(shopper, offer, day, mono)
            assert again.count_day(offer, day, mono) == shown.count_day(offer, day, mono)
