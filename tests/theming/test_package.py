import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import FileRefused
from kiosk.places import find_shipped
from kiosk.theming.finding import ThemeRefused
from kiosk.theming.package import read_theme
from tests.doubles.themes import ACCENT, change_file, copy_theme, write_theme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_theme(tmp_path / "dusk")


def test_a_whole_theme_is_read_with_its_words_and_fonts(folder: Path) -> None:
    (folder / "fonts").mkdir()
    shutil.copy(find_shipped("assets") / "fonts" / "Figtree-Regular.ttf", folder / "fonts")
    theme = read_theme(folder)
    assert (theme.name, theme.title) == ("dusk", "Daylight")
    assert theme.speak("en").saved == "Kept for you"
    assert list(theme.fonts) == ["fonts/Figtree-Regular.ttf"]


def test_a_language_that_a_theme_does_not_speak_gets_its_first_one(folder: Path) -> None:
    theme = read_theme(folder)
    assert theme.speak("fr") == theme.speak("de")


def test_ten_lines_are_enough_for_a_theme_that_extends_another(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "dusk", '[palette]\nember = "#a03010"\n')
    theme = read_theme(folder)
    assert len((folder / "theme.toml").read_text().splitlines()) <= 10
    assert theme.tokens.pulse == "#a03010"
    assert theme.tokens.ink == read_theme(find_shipped("themes") / "daylight").tokens.ink


def test_a_single_phrase_may_be_said_in_other_words(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "dusk", "")
    (folder / "words.de.toml").write_text('saved = "Für dich gemerkt"')
    words = read_theme(folder).words
    assert (words["de"].saved, words["en"].saved) == ("Für dich gemerkt", "Kept for you")


def test_the_value_of_an_option_is_put_in_wherever_the_theme_names_it(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "dusk", ACCENT)
    assert read_theme(folder).tokens.pulse == "#a03010"
    assert read_theme(folder, {"accent": "#902010"}).tokens.pulse == "#902010"


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("theme.toml", "price = 120", "price = 12", r"dusk/theme.toml: type.price: .* a number from 96 and up to 240"),
        ("theme.toml", "price = 120", "prize = 120", r"dusk/theme.toml: type\.prize: no such key, did you mean price"),
        ("theme.toml", 'pulse = "ember"', 'pulse = "mauve"', r"dusk/theme.toml: meaning.pulse: names no colour"),
        ("theme.toml", 'ember = "#c8532b"', 'ember = "#fff8f0"', r"theme.toml: meaning.pulse: does not read on hint"),
        ("theme.toml", "[palette]", "[palette", r"dusk/theme.toml: not a TOML file"),
        ("theme.toml", 'id = "dusk"', 'id = "dawn"', r"dusk/theme.toml: id: must be dusk"),
        ("words.de.toml", "saved = ", "kept = ", r"dusk/words.de.toml: kept: no such key"),
        ("words.de.toml", "Karte hier", "@card", r"dusk/words.de.toml: tap_here: names no option"),
    ],
)
def test_a_broken_theme_is_refused_by_file_and_key(folder: Path, file: str, old: str, new: str, reason: str) -> None:
    change_file(folder / file, old, new)
    with pytest.raises(FileRefused, match=reason):
        read_theme(folder)


def test_all_that_is_wrong_is_said_at_once(folder: Path) -> None:
    change_file(folder / "theme.toml", "price = 120", "price = 12")
    change_file(folder / "theme.toml", "stroke = 5", "stroke = nan")
    change_file(folder / "words.en.toml", "\nsaved = ", "\nkept = ")
    (folder / "Main.qml").write_text("import QtQuick")
    with pytest.raises(ThemeRefused) as refused:
        read_theme(folder)
    assert [finding.place for finding in refused.value.findings] == [
        "Main.qml",
        "theme.toml: type.price",
        "theme.toml: space.stroke",
        "words.en.toml: kept",
        "words.en.toml: saved",
    ]


def test_a_theme_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="nowhere: No such file"):
        read_theme(tmp_path / "nowhere")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["theme.toml", "words.de.toml"]), st.data())
def test_a_theme_that_was_tampered_with_is_read_or_refused_in_a_line(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    folder = tmp_path / "dusk"
    if not folder.is_dir():
        copy_theme(folder)
    whole = (folder / name).read_bytes()
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4) | st.just(b'"@a"'))
    (folder / name).write_bytes(content)
    try:
        said = read_theme(folder).name
    except FileRefused as refused:
        said = str(refused)
    (folder / name).write_bytes(whole)
    assert said.isprintable()
