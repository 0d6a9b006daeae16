from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from kiosk.theming.package import read_theme


def test_a_new_theme_is_whole_from_its_first_minute(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "harbour"
    assert run_command(["theme", "new", str(folder)]) == 0
    assert read_theme(folder).title == "Harbour"
    assert sorted(path.name for path in folder.iterdir()) == ["theme.toml", "words.de.toml", "words.en.toml"]
    assert "kiosk theme check" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "extends", "why"),
    [
        ("Harbour!", "daylight", "is no name for a theme; allowed is up to 64 small letters"),
        ("harbour", "nowhere", "nowhere: no such theme"),
        ("there", "daylight", "there is there already: choose another name"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    tmp_path: Path, name: str, extends: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there").mkdir()
    assert run_command(["theme", "new", str(tmp_path / name), "--extends", extends]) == 2
    assert why in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_a_broken_theme_is_not_begun_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "theme.toml").write_text("[")
    assert run_command(["theme", "new", str(tmp_path / "new"), "--extends", "bad", "--dir", str(tmp_path)]) == 2
    assert "bad/theme.toml: not a TOML file" in capsys.readouterr().err
