from pathlib import Path

import pytest

from kiosk.cli.main import run_command

SETTINGS = ("--set", "store.id=s", "--set", "screen.id=w", "--set", "screen.zones=home")


def test_the_outbox_of_these_settings_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "state").mkdir()
    code = run_command(["outbox", "list", "--json", *SETTINGS, "--set", f"state.dir={tmp_path / 'state'}"])
    assert (code, capsys.readouterr().out.strip()) in {(0, "[]"), (2, "")}


def test_what_to_do_with_it_must_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["outbox"])
    assert "COMMAND" in capsys.readouterr().err
