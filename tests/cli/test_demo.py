import pytest

from kiosk.cli.main import run_command


def test_a_wrong_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(["demo", "--seconds", "soon"])
    assert leaving.value.code == 2
    assert "--seconds" in capsys.readouterr().err
