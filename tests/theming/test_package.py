import shutil
from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.places import find_shipped
from kiosk.theming.package import MOST_FILES, MOST_TEXT_BYTES, read_theme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(find_shipped("themes") / "daylight", tmp_path / "dusk"))


def change_file(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_whole_theme_is_read_with_its_words_and_fonts(folder: Path) -> None:
    shutil.copy(find_shipped("assets") / "fonts" / "Figtree-Regular.ttf", folder)
    theme = read_theme(folder)
    assert theme.name == "dusk"
    assert theme.speak("en").saved == "Kept for you"
    assert [font.name for font in theme.fonts] == ["Figtree-Regular.ttf"]


def test_a_language_that_a_theme_does_not_speak_gets_its_first_one(folder: Path) -> None:
    theme = read_theme(folder)
    assert theme.speak("fr") == theme.speak("de")


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("theme.toml", "price = 120", "price = 12", r"dusk/theme.toml: type.price: Expected `float` >= 96"),
        ("theme.toml", "price = 120", "prize = 120", r"dusk/theme.toml: type: .*(price|prize)"),
        ("theme.toml", 'pulse = "ember"', 'pulse = "mauve"', r"dusk/theme.toml: meaning.pulse: names no colour"),
        ("theme.toml", "[palette]", "[palette", r"dusk/theme.toml: not a TOML file"),
        ("words.de.toml", "saved = ", "kept = ", r"dusk/words.de.toml: .*(saved|kept)"),
    ],
)
def test_a_broken_theme_is_refused_by_file_and_key(folder: Path, file: str, old: str, new: str, reason: str) -> None:
    change_file(folder / file, old, new)
    with pytest.raises(FileRefused, match=reason):
        read_theme(folder)


def test_a_theme_without_its_words_is_refused_by_the_file(folder: Path) -> None:
    (folder / "words.en.toml").unlink()
    with pytest.raises(FileRefused, match=r"dusk/words\.en\.toml: No such file"):
        read_theme(folder)


@pytest.mark.parametrize("name", ["Main.qml", "steal.js", "qmldir", "plugin.so", "run.py"])
def test_a_theme_that_carries_code_is_refused_by_the_file(folder: Path, name: str) -> None:
    (folder / name).write_text("import QtQuick")
    with pytest.raises(FileRefused, match=f"dusk/{name}: only"):
        read_theme(folder)


def test_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder / "notes.txt").symlink_to("/etc/hostname")
    with pytest.raises(FileRefused, match=r"notes\.txt: a theme may not contain links"):
        read_theme(folder)


def test_a_file_above_its_cap_is_refused(folder: Path) -> None:
    (folder / "notes.txt").write_bytes(b" " * (MOST_TEXT_BYTES + 1))
    with pytest.raises(FileRefused, match=r"notes\.txt: larger than"):
        read_theme(folder)


def test_a_theme_of_too_many_files_is_refused(folder: Path) -> None:
    for number in range(MOST_FILES):
        (folder / f"{number}.txt").touch()
    with pytest.raises(FileRefused, match="more than"):
        read_theme(folder)
