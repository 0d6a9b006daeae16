from pathlib import Path

import pytest

from kiosk.doctor.outputs import check_outputs
from tests.doubles.made_up_displays import make_environment
from tests.doubles.settings import make_settings


@pytest.mark.parametrize(
    ("wanted", "level", "told"),
    [("DP-2", "ok", "this screen fills DP-2"), ("VGA-1", "fail", "VGA-1 is not among")],
)
def test_the_displays_are_listed_and_one_that_is_not_there_is_named(
    tmp_path: Path, wanted: str, level: str, told: str
) -> None:
    settings = make_settings(tmp_path, f"display.output={wanted}")
    (finding,) = check_outputs(settings, make_environment(tmp_path))
    assert finding.level == level
    assert all(words in finding.seen for words in (told, "HDMI-1 1280x720", "DP-2 720x1280"))


def test_where_qt_opens_no_display_that_is_said_and_no_more(tmp_path: Path) -> None:
    environment = {**make_environment(tmp_path), "QT_QPA_PLATFORM": "nowhere"}
    (finding,) = check_outputs(make_settings(tmp_path), environment)
    assert (finding.level, finding.seen) == ("warn", "no display opens")


def test_without_any_display_there_is_nothing_to_list(tmp_path: Path) -> None:
    assert check_outputs(make_settings(tmp_path), {}) == []
