from pathlib import Path

from kiosk.doctor.looks import check_display, check_fonts, check_theme
from tests.doubles.settings import make_settings


def test_the_shipped_theme_and_fonts_are_well(tmp_path: Path) -> None:
    assert [finding.level for finding in (*check_theme(make_settings(tmp_path)), *check_fonts())] == ["ok", "ok"]


def test_a_theme_that_is_not_there_is_named_and_stood_in_for(tmp_path: Path) -> None:
    (finding,) = check_theme(make_settings(tmp_path, "theme.name=midnight"))
    assert (finding.level, "midnight" in finding.seen, "daylight" in finding.advice) == ("warn", True, True)


def test_a_display_is_found_in_the_environment() -> None:
    found = [check_display(env)[0].level for env in ({}, {"DISPLAY": "far:0"}, {"WAYLAND_DISPLAY": "w"})]
    assert found == ["warn", "ok", "ok"]


def test_a_display_that_does_not_answer_is_named() -> None:
    (finding,) = check_display({"DISPLAY": ":4077"})
    assert (finding.level, ":4077" in finding.seen) == ("fail", True)
