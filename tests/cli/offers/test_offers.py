import pytest

from kiosk.cli.main import run_command


def test_what_to_see_must_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["offers"])

    assert "COMMAND" in capsys.readouterr().err
