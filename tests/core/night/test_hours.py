from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.contract.daypart import Daypart
from kiosk.core.night.hours import NO_NIGHT, Night

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = Night(
    (
        Daypart("20:00", "08:00", ("mon", "tue", "wed", "thu", "fri")),
        Daypart("18:00", "09:00", ("sat",)),
        Daypart(days=("sun",)),
    )
)


def tell(moment: str) -> datetime:
    """A time of the wall clock in Berlin."""
    return datetime.fromisoformat(moment).replace(tzinfo=BERLIN)


def test_without_hours_it_is_never_night() -> None:
    assert not NO_NIGHT.is_on(tell("2026-11-23T03:00"))


@pytest.mark.parametrize(
    ("moment", "is_night"),
    [
        ("2026-11-23T07:59", False),  # a Monday, whose night before is Sunday's, and that ends at midnight
        ("2026-11-23T20:00", True),
        ("2026-11-24T07:59", True),
        ("2026-11-24T08:00", False),
        ("2026-11-28T17:59", False),
        ("2026-11-28T18:00", True),
        ("2026-11-29T12:00", True),
    ],
)
def test_each_day_has_its_own_hours_that_run_over_midnight(moment: str, *, is_night: bool) -> None:
    assert NIGHT.is_on(tell(moment)) is is_night


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_in_the_night_in_which_clocks_are_set_it_ends_by_the_clock_on_the_wall(day: str) -> None:
    assert NIGHT.is_on(tell(f"{day}T02:30"))
    morning = Night((Daypart("20:00", "08:00"),))
    assert morning.is_on(tell(f"{day}T07:59"))
    assert not morning.is_on(tell(f"{day}T08:00"))
