import pytest

from kiosk.cli.main import run_command


@pytest.mark.parametrize("name", ["decode", "sniff"])
def test_help_teaches_each_sub_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(["proximity", name, "--help"])
    assert leaving.value.code == 0
    assert "example" in capsys.readouterr().out


def test_what_to_do_must_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["proximity"])
    assert "COMMAND" in capsys.readouterr().err
