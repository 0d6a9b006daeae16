import shutil
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.places import find_shipped
from kiosk.theming.shelf import find_theme


def test_without_any_wish_the_built_in_theme_is_found() -> None:
    found = find_theme(settings.Theme())
    assert (found.theme.name, found.refusal) == ("daylight", None)


def test_a_theme_of_the_stores_own_folder_comes_before_a_shipped_one(tmp_path: Path) -> None:
    shutil.copytree(find_shipped("themes") / "daylight", tmp_path / "daylight")
    words = tmp_path / "daylight" / "words.de.toml"
    words.write_text(words.read_text().replace("Für Sie gemerkt", "Für dich gemerkt"))
    found = find_theme(settings.Theme(dir=tmp_path))
    assert found.theme.speak("de").saved == "Für dich gemerkt"


@pytest.mark.parametrize("content", ["", "title = 3", "\0"])
def test_a_broken_theme_is_named_and_the_built_in_one_stays(tmp_path: Path, content: str) -> None:
    (tmp_path / "dusk").mkdir()
    (tmp_path / "dusk" / "theme.toml").write_text(content)
    found = find_theme(settings.Theme(name="dusk", dir=tmp_path))
    assert found.theme.name == "daylight"
    assert found.refusal is not None
    assert found.refusal.startswith("dusk/theme.toml: ")


def test_a_theme_that_is_nowhere_is_named_and_the_built_in_one_stays() -> None:
    found = find_theme(settings.Theme(name="dusk"))
    assert (found.theme.name, found.refusal) == ("daylight", "dusk: no such theme")
