from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.app.theme_switch import ThemeSwitch
from kiosk.fleet.messages import Reason
from kiosk.fleet.status import Clocks, Status
from kiosk.theming.package import Theme
from kiosk.theming.shelf import Shelf

NAMES = Shelf().list_names()


def make_theme_switch(woken: list[str], folder: Path | None = None) -> tuple[ThemeSwitch, Status]:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: datetime(2026, 11, 22, 9, tzinfo=UTC)))
    return ThemeSwitch(settings.Theme(dir=folder), status, lambda: woken.append("now")), status


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_of_the_shelf_is_brought_once_and_said_in_the_status(name: str) -> None:
    woken: list[str] = []
    worn: list[Theme] = []
    theme_switch, status = make_theme_switch(woken)
    assert theme_switch.choose(name) is None
    theme_switch.bring(worn.append)
    theme_switch.bring(worn.append)
    assert [theme.name for theme in worn] == [name]
    assert status.compose().theme == name
    assert woken == ["now"]


@pytest.mark.allow_log("a theme was refused")
def test_a_bad_theme_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    (tmp_path / "night").mkdir()
    (tmp_path / "night" / "theme.toml").write_text("title = 5")
    woken: list[str] = []
    worn: list[Theme] = []
    theme_switch, status = make_theme_switch(woken, tmp_path)
    assert theme_switch.choose("night") is Reason.REFUSED
    assert theme_switch.choose("not-there") is Reason.REFUSED
    theme_switch.bring(worn.append)
    assert (worn, woken, status.compose().theme) == ([], [], "daylight")


def test_of_several_orders_the_last_counts() -> None:
    worn: list[Theme] = []
    theme_switch, _ = make_theme_switch([])
    for name in NAMES[:2]:
        theme_switch.choose(name)
    theme_switch.bring(worn.append)
    assert [theme.name for theme in worn] == NAMES[1:2]
