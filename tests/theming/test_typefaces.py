import shutil
from pathlib import Path

import pytest

from kiosk.places import find_shipped
from kiosk.theming.package import Theme, read_theme
from kiosk.theming.typefaces import judge_typefaces, read_typeface
from tests.doubles.themes import write_theme

FONTS = find_shipped("assets") / "fonts"
FIGTREE = (FONTS / "Figtree-Regular.ttf").read_bytes()


def make_theme(tmp_path: Path, more: str = "") -> Theme:
    folder = write_theme(tmp_path / "dusk", more)
    shutil.copy(FONTS / "Figtree-Regular.ttf", folder / "a.ttf")
    return read_theme(folder)


@pytest.mark.parametrize("name", sorted(path.name for path in FONTS.glob("*.ttf")))
def test_the_shipped_fonts_lack_nothing_that_a_price_needs(name: str) -> None:
    face = read_typeface((FONTS / name).read_bytes())
    assert (face.family, face.lacking) == (name.partition("-")[0], "")


def test_a_theme_with_a_whole_font_of_its_own_is_well(tmp_path: Path) -> None:
    assert list(judge_typefaces(make_theme(tmp_path))) == []


def test_a_family_that_nobody_brings_is_named_by_its_key(tmp_path: Path) -> None:
    theme = make_theme(tmp_path, '[type]\ntext_family = "Comic Sans MS"')
    (found,) = judge_typefaces(theme)
    assert found.place == "theme.toml: type.text_family"
    assert "Figtree" in found.why


@pytest.mark.parametrize("place", [0.3, 0.5, 0.7])
def test_a_font_that_is_damaged_inside_is_named_or_read(tmp_path: Path, place: float) -> None:
    theme = make_theme(tmp_path)
    start = round(len(FIGTREE) * place)
    theme.fonts["a.ttf"] = FIGTREE[:start] + bytes([255]) * 4000 + FIGTREE[start + 4000 :]
    assert [found.why for found in judge_typefaces(theme)] in ([], ["is a font that cannot be read"])


def test_a_font_that_fonttools_cannot_read_is_named(tmp_path: Path) -> None:
    theme = make_theme(tmp_path)
    theme.fonts["a.ttf"] = FIGTREE[: len(FIGTREE) // 2]
    assert [str(found) for found in judge_typefaces(theme)] == ["a.ttf: is a font that cannot be read"]
