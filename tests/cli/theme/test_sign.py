from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from tests.doubles.themes import change_file, write_theme


@pytest.fixture
def key(tmp_path: Path) -> Path:
    assert run_command(["theme", "key", str(tmp_path / "shop.key")]) == 0
    return tmp_path / "shop.key"


def test_a_signed_theme_is_known_by_its_signer_until_it_is_changed(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_theme(tmp_path / "dusk", "[type]\nprice = 140")
    check = ["theme", "check", str(folder), "--signer", f"{key}.pub"]
    assert run_command(check) == 1
    assert "sign its folder by `kiosk theme sign`, then pack it again" in capsys.readouterr().out
    assert run_command(["theme", "sign", str(folder), "--key", str(key)]) == 0
    assert "signed (files: 1)" in capsys.readouterr().out
    assert run_command(check) == 0
    change_file(folder / "theme.toml", "140", "141")
    assert run_command(check) == 1
    assert "dusk/theme.toml: was changed after the theme was signed" in capsys.readouterr().out


def test_a_key_is_never_overwritten(key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = key.read_bytes()
    assert run_command(["theme", "key", str(key)]) == 2
    assert key.read_bytes() == before
    assert "shop.key: is there already" in capsys.readouterr().err


def test_what_a_theme_may_not_hold_is_not_signed(tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_theme(tmp_path / "dusk", "")
    (folder / "run.py").touch()
    assert run_command(["theme", "sign", str(folder), "--key", str(key)]) == 2
    assert "dusk/run.py: only" in capsys.readouterr().err


def test_an_archive_is_not_signed_but_what_it_is_packed_from(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = write_theme(tmp_path / "dusk", ""), tmp_path / "dusk.zip"
    run_command(["theme", "pack", str(folder), "--out", str(out)])
    assert run_command(["theme", "sign", str(out), "--key", str(key)]) == 2
    assert "sign the folder, then pack it" in capsys.readouterr().err
