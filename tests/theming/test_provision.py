from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.theming.provision import list_provisions
from kiosk.theming.shelf import Shelf
from tests.doubles.themes import ACCENT, change_file, write_theme


def test_what_ships_with_the_program_needs_nothing(tmp_path: Path) -> None:
    assert list_provisions(Shelf(tmp_path), "market", {}) == []


def test_a_theme_of_ones_own_takes_along_those_of_ones_own_that_it_extends(tmp_path: Path) -> None:
    write_theme(tmp_path / "dusk", ACCENT)
    change_file(write_theme(tmp_path / "late", "") / "theme.toml", "daylight", "dusk")

    assert [bundle.name for bundle in list_provisions(Shelf(tmp_path), "late", {"accent": "#c8532b"})] == [
        "late",
        "dusk",
    ]


def test_what_no_screen_would_wear_is_refused(tmp_path: Path) -> None:
    write_theme(tmp_path / "dusk", ACCENT)

    with pytest.raises(FileRefused, match="contrast"):
        list_provisions(Shelf(tmp_path), "dusk", {"accent": "#fff0e0"})
