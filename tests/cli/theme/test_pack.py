from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from kiosk.theming.package import read_theme
from tests.doubles.themes import write_theme


def test_what_is_packed_is_the_same_theme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = write_theme(tmp_path / "dusk", "[type]\nprice = 140"), tmp_path / "out" / "dusk.zip"
    out.parent.mkdir()
    assert run_command(["theme", "pack", str(folder), "--out", str(out)]) == 0
    assert read_theme(out) == read_theme(folder)
    assert "(files: 1)" in capsys.readouterr().out


def test_a_broken_theme_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = write_theme(tmp_path / "dusk", "[type]\nprice = 1"), tmp_path / "dusk.zip"
    assert run_command(["theme", "pack", str(folder), "--out", str(out)]) == 2
    assert "type.price" in capsys.readouterr().err
    assert not out.exists()


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_theme(tmp_path / "dusk", "")
    assert run_command(["theme", "pack", str(folder), "--out", str(tmp_path / "no" / "dusk.zip")]) == 2
    assert "No such file" in capsys.readouterr().err
