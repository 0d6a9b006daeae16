from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from kiosk.contract.daypart import Daypart, is_open

MONDAY = 23
"""23 November 2026 is a Monday."""


def at(day: int, clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+01:00")


@pytest.mark.parametrize(
    ("daypart", "moment", "is_on"),
    [
        (Daypart(start="09:00", until="12:00"), at(MONDAY, "09:00"), True),
        (Daypart(start="09:00", until="12:00"), at(MONDAY, "12:00"), False),
        (Daypart(start="09:00", until="12:00", days=("mon",)), at(MONDAY, "10:00"), True),
        (Daypart(start="09:00", until="12:00", days=("tue",)), at(MONDAY, "10:00"), False),
        (Daypart(start="22:00", until="02:00", days=("mon",)), at(MONDAY, "23:00"), True),
        (Daypart(start="22:00", until="02:00", days=("mon",)), at(MONDAY + 1, "01:00"), True),
        (Daypart(start="22:00", until="02:00", days=("mon",)), at(MONDAY, "01:00"), False),
        (Daypart(start="22:00", until="02:00", days=("mon",)), at(MONDAY + 1, "03:00"), False),
        (Daypart(), at(MONDAY, "00:00"), True),
        (Daypart(), at(MONDAY, "23:59"), True),
        (Daypart(days=("sun",)), at(MONDAY - 1, "23:59"), True),
        (Daypart(start="20:00"), at(MONDAY, "23:59"), True),
        (Daypart(start="09:00", until="09:00", days=("mon",)), at(MONDAY + 1, "08:59"), True),
        (Daypart(start="09:00", until="09:00:00", days=("mon",)), at(MONDAY + 1, "08:59"), True),
        (Daypart(start="09:00:00", until="12:00", days=("mon",)), at(MONDAY, "09:00"), True),
        (Daypart(start="22:00", until="00:00"), at(MONDAY, "23:59"), True),
        (Daypart(start="22:00", until="00:00"), at(MONDAY, "00:00"), False),
    ],
)
def test_a_daypart_covers_its_window(daypart: Daypart, moment: datetime, is_on: bool) -> None:  # noqa: FBT001 # a table's column
    assert daypart.covers(moment) is is_on


def test_any_open_window_will_do_and_none_means_always() -> None:
    morning = Daypart(start="08:00", until="10:00")
    evening = Daypart(start="18:00", until="20:00")
    assert is_open((), at(MONDAY, "12:00"))
    assert is_open((morning, evening), at(MONDAY, "19:00"))
    assert not is_open((morning, evening), at(MONDAY, "12:00"))


@pytest.mark.parametrize("clock", ["9:00", "25:00", "12:60", "noon", ""])
def test_a_clock_in_another_shape_is_refused(clock: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"from": clock}, Daypart)


def test_a_day_cannot_begin_at_its_end() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"from": "24:00"}, Daypart)


@pytest.mark.parametrize(
    ("daypart", "hours"),
    [
        # In the night of 25 October 2026 the hour from two to three comes twice, in that of 28 March 2027 not at all.
        (Daypart(start="02:00", until="03:00"), 2),
        (Daypart(start="22:00", until="06:00", days=("sat",)), 9),
        (Daypart(start="01:00", until="02:00"), 1),
    ],
)
def test_in_the_night_in_which_the_clock_is_set_back_the_wall_clock_counts(daypart: Daypart, hours: int) -> None:
    assert count_hours(daypart, datetime(2026, 10, 24, 15, tzinfo=UTC)) == hours


@pytest.mark.parametrize(
    ("daypart", "hours"),
    [
        (Daypart(start="02:00", until="03:00"), 0),
        (Daypart(start="22:00", until="06:00", days=("sat",)), 7),
        (Daypart(start="01:00", until="04:00", days=("sun",)), 2),
    ],
)
def test_in_the_night_in_which_the_clock_is_set_forward_the_wall_clock_counts(daypart: Daypart, hours: int) -> None:
    assert count_hours(daypart, datetime(2027, 3, 27, 15, tzinfo=UTC)) == hours


def count_hours(daypart: Daypart, since: datetime) -> float:
    """For how long it is open in the day that follows, in the store's time, looked at every quarter of an hour."""
    looks = (since + timedelta(minutes=15 * step) for step in range(4 * 18))
    return sum(daypart.covers(look.astimezone(ZoneInfo("Europe/Berlin"))) for look in looks) / 4
