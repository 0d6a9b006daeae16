from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.places import find_shipped
from kiosk.theming.contrast import GRAPHIC, LARGE_TEXT, TEXT
from kiosk.theming.package import read_theme
from kiosk.theming.pairs import PAIRS, find_need, judge_contrast
from tests.doubles.qml_inks import DRAWINGS, QML, TEXTS, find_tokens, list_elements

TOKENS = read_theme(find_shipped("themes") / "daylight").tokens
OWN_COLOURS = {"NoticeScene", "NightScene"}
"""What everybody must read, in black, white and signal colours that no theme changes; and the dark glass."""

FILES = sorted(file for file in QML.rglob("*.qml") if file.parent.name in {"parts", "scenes"})


def list_set(file: Path) -> set[tuple[tuple[str, ...], str | None, bool]]:
    """Inks, size and weight of every text and drawing of a file that names its colours itself."""
    *inner, root = list_elements(file)
    found: set[tuple[tuple[str, ...], str | None, bool]] = set()
    for element in (*inner, root):
        of_text, of_drawing = element.kind in TEXTS, DRAWINGS.get(element.kind)
        inks = find_tokens(element.properties.get("color" if of_text else of_drawing or "", ""), root.properties)
        sizes = find_tokens(element.properties.get("size", element.properties.get("minimumPixelSize", "")), {})
        if inks and (sizes or not of_text):
            found.add((inks, sizes[0] if of_text else None, element.properties.get("strong") == "true"))
    return found


@pytest.mark.parametrize("file", [file for file in FILES if file.stem not in OWN_COLOURS], ids=lambda file: file.stem)
def test_the_table_says_what_the_scenes_set_and_nothing_else(file: Path) -> None:
    told = {(pair.inks, pair.size, pair.strong) for pair in PAIRS if pair.part == file.stem}
    assert told == list_set(file)


@pytest.mark.parametrize("part", sorted({pair.part for pair in PAIRS}))
def test_the_table_names_the_ground_that_the_scene_draws(part: str) -> None:
    file = next(file for file in FILES if file.stem == part)
    drawn = {
        token
        for element in list_elements(file)
        if element.kind == "Rectangle"
        for token in find_tokens(element.properties.get("color", ""), {})
    }
    told = {pair.ground for pair in PAIRS if pair.part == part}
    assert drawn in (told, set())


def test_every_ink_and_every_ground_of_the_table_is_a_token() -> None:
    for pair in PAIRS:
        assert all(hasattr(TOKENS, name) for name in (*pair.inks, pair.ground, pair.size or "ink"))


@pytest.mark.parametrize("name", sorted(path.parent.name for path in find_shipped("themes").glob("*/theme.toml")))
def test_the_shipped_themes_keep_everything_apart(name: str) -> None:
    assert list(judge_contrast(read_theme(find_shipped("themes") / name).tokens)) == []


@pytest.mark.parametrize(
    ("colours", "place", "why"),
    [
        ({"hint_ink": "#b0b0b0"}, "hint_ink", "(type.label in TapHint): contrast"),
        ({"wash_ink": "#ffffff"}, "wash_ink", "does not read on wash (type.headline in SavedScene): contrast 1.75"),
        ({"ground": "#a0a0a0", "ink": "#808080"}, "ink", "neither ink nor light_ink reads on ground"),
        ({"code_ink": "#ffffff", "card": "#000000"}, "code_ink", "phones read a code that is dark on light"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_contrast(colours: dict[str, str], place: str, why: str) -> None:
    found = [one for one in judge_contrast(replace(TOKENS, **colours)) if one.place == f"theme.toml: meaning.{place}"]
    assert why in found[0].why


def test_what_is_needed_depends_on_the_tokens_own_size() -> None:
    name = next(pair for pair in PAIRS if pair.size == "title")
    assert find_need(name, TOKENS) == LARGE_TEXT
    assert find_need(name, replace(TOKENS, title=60)) == TEXT
    assert find_need(next(pair for pair in PAIRS if pair.size is None), TOKENS) == GRAPHIC
