from pathlib import Path

import pytest

from kiosk.core.night.hours import Night
from kiosk.errors import SettingRefused
from kiosk.settings.night import Hours
from kiosk.settings.rules import make_rules
from tests.doubles.settings import make_settings


def test_the_hours_of_the_night_are_read_as_a_list_of_tables(tmp_path: Path) -> None:
    given = "night.hours=[{from = '20:00', until = '08:00', days = ['mon', 'tue']}, {days = ['sun']}]"
    settings = make_settings(tmp_path, given, "night.awake_s=30")
    hours = (Hours("20:00", "08:00", ("mon", "tue")), Hours(days=("sun",)))
    assert make_rules(settings).night == Night(hours, 30)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("[{from = '25:00'}]", "night.hours"),
        ("[{days = ['moonday']}]", "night.hours"),
        ("20:00-08:00", "night.hours"),
        ("[{til = '08:00'}]", "night.hours.til"),
    ],
)
def test_hours_that_are_none_are_refused_by_name(tmp_path: Path, given: str, name: str) -> None:
    with pytest.raises(SettingRefused) as refused:
        make_settings(tmp_path, f"night.hours={given}")
    assert str(refused.value).startswith(f"{name}: ")
