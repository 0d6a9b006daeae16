import tomllib
from pathlib import Path

from kiosk.places import find_shipped
from kiosk.theming.draft import draft_manifest, draft_words
from kiosk.theming.later_words import LATER_WORDS
from kiosk.theming.package import read_theme
from kiosk.theming.words import Words

BASE = tomllib.loads((find_shipped("themes") / "daylight" / "theme.toml").read_text())


def test_a_draft_is_a_whole_theme_that_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "old-harbour").mkdir()
    (tmp_path / "old-harbour" / "theme.toml").write_text(draft_manifest("old-harbour", "daylight", BASE))
    theme = read_theme(tmp_path / "old-harbour")
    assert theme.title == "Old harbour"
    assert theme.tokens == read_theme(find_shipped("themes") / "daylight").tokens


def test_every_key_is_there_with_its_value_and_its_range() -> None:
    lines = draft_manifest("harbour", "daylight", BASE).splitlines()
    assert "# price = 120 # a number from 96 and up to 240." in lines
    for group in ("palette", "meaning", "type", "space", "motion", "layout"):
        keys = [line for key in BASE[group] for line in lines if line.startswith(f"# {key} = ")]
        assert len(keys) >= len(BASE[group]), group


def test_every_phrase_is_there_with_what_it_is_for_and_without_the_number_signs_says_the_same() -> None:
    base = LATER_WORDS["de"] | tomllib.loads((find_shipped("themes") / "daylight" / "words.de.toml").read_text())
    draft = draft_words("harbour", "daylight", base)
    told = [line.removeprefix("# ") for line in draft.splitlines() if " = " in line]
    assert tomllib.loads("\n".join(told)) == base
    assert tomllib.loads(draft) == {}
    assert len(told) == len(Words.__struct_fields__)
    (welcome,) = (line for line in told if line.startswith("welcome ="))
    assert "read from afar: a word or two" in welcome


def test_without_the_number_signs_it_says_what_the_other_theme_says() -> None:
    lines = draft_manifest("harbour", "daylight", BASE).splitlines()
    told = "\n".join(line.removeprefix("# ") for line in lines[lines.index("[palette]") :] if "pictures" not in line)
    table = tomllib.loads(told)
    assert {group: table[group] for group in ("palette", "type", "space")} == {
        group: BASE[group] for group in ("palette", "type", "space")
    }
