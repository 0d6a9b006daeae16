from pathlib import Path

from kiosk.app.theme.choice import ChosenTheme, ThemeFile
from kiosk.doctor.looks import check_display, check_fonts, check_theme
from kiosk.fleet.command import ThemePackage
from tests.doubles.settings import make_settings


def test_the_shipped_theme_and_fonts_are_well(tmp_path: Path) -> None:
    assert [finding.level for finding in (*check_theme(make_settings(tmp_path)), *check_fonts())] == ["ok", "ok"]


def test_a_theme_that_is_not_there_is_named_and_stood_in_for(tmp_path: Path) -> None:
    (finding,) = check_theme(make_settings(tmp_path, "theme.name=midnight"))
    assert (finding.level, "midnight" in finding.seen, "daylight" in finding.advice) == ("warn", True, True)


def test_the_theme_that_is_worn_is_named_and_who_chose_it(tmp_path: Path) -> None:
    settings = make_settings(tmp_path)
    (by_settings,) = check_theme(settings)
    ThemeFile(settings.state.dir).save(ChosenTheme("market"))
    (by_fleet,) = check_theme(settings)
    assert (by_settings.seen, by_fleet.seen) == ("daylight, chosen by the settings", "market, chosen by the fleet")


def test_a_theme_that_rotted_on_the_disk_is_named(tmp_path: Path) -> None:
    settings = make_settings(tmp_path)
    ThemeFile(settings.state.dir).save(ChosenTheme("dusk", packages={"dusk": ThemePackage("5e" * 32, 900)}))
    (finding,) = check_theme(settings)
    assert (finding.level, finding.seen) == ("warn", "dusk: its package is damaged, or gone")
    assert finding.advice == "daylight stands in until it is fetched anew, once the loyalty API is there"


def test_a_display_is_found_in_the_environment() -> None:
    found = [check_display(env)[0].level for env in ({}, {"DISPLAY": "far:0"}, {"WAYLAND_DISPLAY": "w"})]
    assert found == ["warn", "ok", "ok"]


def test_a_display_that_does_not_answer_is_named() -> None:
    (finding,) = check_display({"DISPLAY": ":4077"})
    assert (finding.level, ":4077" in finding.seen) == ("fail", True)
