import pytest

from kiosk.cli.main import run_command


def test_a_word_that_is_no_command_is_refused_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["theme", "paint"])
    assert "list" in capsys.readouterr().err
