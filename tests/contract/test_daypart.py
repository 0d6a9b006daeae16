from datetime import datetime

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
