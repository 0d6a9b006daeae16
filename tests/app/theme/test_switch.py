from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

import pytest

from kiosk import settings
from kiosk.app.theme.choice import ChosenTheme, ThemeFile
from kiosk.app.theme.packages import PackageFolder
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.fleet.messages import Reason
from kiosk.fleet.status import Clocks, Status
from kiosk.theming.package import Theme
from kiosk.theming.shelf import Shelf
from tests.doubles.notebook import PATIENCE_S

BY_DEFAULT = settings.Theme()
NAMES = Shelf().list_names()
OWN = """
id = "own"
title = "Own"
author = "A test"
licence = "CC0-1.0"
version = "1.0"
theme_api = 1
extends = "daylight"

[options.radius]
type = "number"
title = { en = "Roundness" }
default = 4
min = 0
max = 24

[options.step]
type = "number"
title = { en = "Grid" }
default = 8
min = 4
max = 16

[space]
radius = "@radius"
step = "@step"
"""


@pytest.fixture
def file(tmp_path: Path) -> ThemeFile:
    return ThemeFile(tmp_path / "state")


def choose(name: str | None, **options: str | bool | float) -> ChosenTheme:
    return ChosenTheme(name, options)


def make_theme_switch(
    woken: list[str], file: ThemeFile, wanted: settings.Theme = BY_DEFAULT
) -> tuple[ThemeSwitch, Status]:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: datetime(2026, 11, 22, 9, tzinfo=UTC)))
    packages = PackageFolder(Path("nowhere"))
    return ThemeSwitch(wanted, file, packages, status, lambda: woken.append("now")), status


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_of_the_shelf_is_brought_once_and_said_in_the_status(name: str, file: ThemeFile) -> None:
    woken: list[str] = []
    worn: list[Theme] = []
    theme_switch, status = make_theme_switch(woken, file)
    assert theme_switch.choose(choose(name)) is None
    theme_switch.bring(worn.append)
    theme_switch.bring(worn.append)
    assert [theme.name for theme in worn] == [name]
    assert status.compose().theme == name
    assert woken == ["now"]


@pytest.mark.allow_log("a theme was refused")
def test_a_bad_theme_is_refused_and_the_old_one_stays(tmp_path: Path, file: ThemeFile) -> None:
    (tmp_path / "night").mkdir()
    (tmp_path / "night" / "theme.toml").write_text("title = 5")
    woken: list[str] = []
    worn: list[Theme] = []
    theme_switch, status = make_theme_switch(woken, file, settings.Theme(dir=tmp_path))
    assert theme_switch.choose(choose("night")) is Reason.REFUSED
    assert theme_switch.choose(choose("not-there")) is Reason.UNKNOWN_THEME
    assert [theme_switch.knows(name) for name in ("night", None, "not-there")] == [True, True, False]
    theme_switch.bring(worn.append)
    assert (worn, woken, status.compose().theme) == ([], [], "daylight")
    assert file.recall().apply(settings.Theme()) == settings.Theme()


def test_of_several_orders_the_last_counts(file: ThemeFile) -> None:
    worn: list[Theme] = []
    theme_switch, _ = make_theme_switch([], file)
    for name in NAMES[:2]:
        theme_switch.choose(choose(name))
    theme_switch.bring(worn.append)
    assert [theme.name for theme in worn] == NAMES[1:2]


def test_what_was_chosen_is_worn_by_the_next_start_until_the_settings_are_asked_for_again(file: ThemeFile) -> None:
    wanted = settings.Theme()
    theme_switch, _ = make_theme_switch([], file)
    theme_switch.choose(choose("night"))
    assert file.recall().apply(wanted).name == "night"
    theme_switch.choose(choose(None))
    assert file.recall().apply(wanted) == wanted


def test_values_reach_the_options_of_the_theme_and_those_of_the_settings_stand_beside_them(
    tmp_path: Path, file: ThemeFile
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "theme.toml").write_text(OWN)
    wanted = settings.Theme("own", tmp_path, {"step": 6.0})
    worn: list[Theme] = []
    theme_switch, _ = make_theme_switch([], file, wanted)
    assert theme_switch.choose(choose("own", radius=12.0)) is None
    theme_switch.bring(worn.append)
    assert [(theme.tokens.radius, theme.tokens.step) for theme in worn] == [(12, 6)]
    assert file.recall().apply(wanted).options == {"step": 6.0, "radius": 12.0}


def test_a_theme_that_can_be_worn_ends_the_fault_of_one_that_could_not(file: ThemeFile) -> None:
    theme_switch, status = make_theme_switch([], file)
    status.set_fault("theme", "refused")
    theme_switch.choose(choose("night"))
    theme_switch.bring(lambda _theme: None)
    assert status.compose().faults == []


def test_what_is_chosen_while_another_theme_is_being_put_on_is_not_lost(file: ThemeFile) -> None:
    worn: list[str] = []
    meeting = Barrier(2, timeout=PATIENCE_S)
    theme_switch, _ = make_theme_switch([], file)
    theme_switch.choose(choose("night"))

    def choose_meanwhile() -> None:
        meeting.wait()
        theme_switch.choose(choose("salon"))
        meeting.wait()

    def dress(theme: Theme) -> None:
        worn.append(theme.name)
        meeting.wait()
        meeting.wait()

    chooser = Thread(target=choose_meanwhile)
    chooser.start()
    theme_switch.bring(dress)
    chooser.join(PATIENCE_S)
    theme_switch.bring(lambda theme: worn.append(theme.name))
    assert worn == ["night", "salon"]
