from pathlib import Path

import pytest

from kiosk.cli.main import run_command


def test_a_file_that_the_settings_name_and_that_is_not_there_is_refused_before_a_window_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("store.id=s", "screen.id=w", "screen.zones=home", f"store.key_file={tmp_path / 'none'}")
    assert run_command(["run", *(part for override in given for part in ("--set", override))]) == 2
    assert capsys.readouterr().err.startswith("kiosk run: store.key_file: ")


def test_a_screen_whose_ids_nobody_chose_says_so_before_it_plays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    run_command(["settings"])
    file = tmp_path / "kiosk.toml"
    file.write_text(capsys.readouterr().out)
    run_command(["run", "--config", str(file), "--set", f"store.key_file={tmp_path / 'none'}"])

    assert "store.id and screen.id: still change-me: give this screen ids of its own" in caplog.text
    caplog.clear()
