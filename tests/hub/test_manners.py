from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kiosk.hub.manners import QuietHours, find_midnight, find_tomorrow

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = QuietHours(time(20), time(8))


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("2026-11-22T18:59", None),  # 19:59 in the store
        ("2026-11-22T19:00", "2026-11-23T07:00"),
        ("2026-11-22T23:30", "2026-11-23T07:00"),  # after midnight there
        ("2026-11-23T06:59", "2026-11-23T07:00"),
        ("2026-11-23T07:00", None),
        ("2026-03-28T22:00", "2026-03-29T06:00"),  # the night in which summer begins
        ("2026-10-24T21:00", "2026-10-25T07:00"),  # and in which it ends
    ],
)
def test_quiet_over_midnight_ends_in_the_morning_of_the_store(moment: str, end: str | None) -> None:
    assert NIGHT.find_end(_utc(moment), BERLIN) == (end and _utc(end))


@pytest.mark.parametrize(("moment", "end"), [("11:59", None), ("12:00", "14:00"), ("13:59", "14:00"), ("14:00", None)])
def test_quiet_may_lie_within_a_day(moment: str, end: str | None) -> None:
    noon = QuietHours(time(12), time(14))

    assert noon.find_end(_utc(f"2026-11-22T{moment}"), ZoneInfo("UTC")) == (end and _utc(f"2026-11-22T{end}"))


def test_from_a_time_to_itself_it_is_never_quiet() -> None:
    assert QuietHours(time(0), time(0)).find_end(_utc("2026-11-22T00:00"), BERLIN) is None


def test_a_day_begins_at_the_stores_midnight_and_the_next_one_is_begun_politely() -> None:
    evening = _utc("2026-11-22T23:30")  # half past midnight there

    assert find_midnight(evening, BERLIN) == _utc("2026-11-22T23:00")
    assert find_tomorrow(evening, BERLIN, NIGHT) == _utc("2026-11-24T07:00")
    assert find_tomorrow(evening, BERLIN, QuietHours(time(0), time(0))) == _utc("2026-11-23T23:00")
