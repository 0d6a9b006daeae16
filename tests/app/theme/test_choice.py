from pathlib import Path

import pytest

from kiosk import settings
from kiosk.app.theme.choice import FILE_NAME, ChosenTheme, ThemeFile
from kiosk.fleet.command import ThemePackage

WANTED = settings.Theme("daylight", Path("themes"), {"accent": "#c8532b"})


def test_without_a_file_the_settings_hold(tmp_path: Path) -> None:
    assert ThemeFile(tmp_path).recall().apply(WANTED) == WANTED


def test_a_choice_takes_the_place_of_name_and_values_and_leaves_the_rest(tmp_path: Path) -> None:
    ThemeFile(tmp_path / "state").save(ChosenTheme("market", {"accent": "#00ff00", "big": True}))

    chosen = ThemeFile(tmp_path / "state").recall().apply(WANTED)

    assert chosen == settings.Theme("market", Path("themes"), {"accent": "#00ff00", "big": True})
    assert (tmp_path / "state" / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_the_packages_of_a_choice_are_kept_with_it(tmp_path: Path) -> None:
    packages = {"dusk": ThemePackage("5e" * 32, 900)}
    ThemeFile(tmp_path).save(ChosenTheme("dusk", packages=packages))

    assert ThemeFile(tmp_path).recall().packages == packages


@pytest.mark.allow_log("the settings' theme is worn")
@pytest.mark.parametrize("content", [b"", b"{", b'{"theme": "../x"}', b'{"theme": 5}', b"\xff", b"x" * 70_000])
def test_what_is_no_choice_changes_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)

    assert ThemeFile(tmp_path).recall().apply(WANTED) == WANTED


@pytest.mark.allow_log("could not be kept")
def test_a_disk_that_takes_nothing_costs_the_next_start_its_theme_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")

    ThemeFile(tmp_path / "state").save(ChosenTheme("market"))
