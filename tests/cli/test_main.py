from pathlib import Path

import pytest

from kiosk.cli.main import COMMANDS, run_command


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in COMMANDS)])
def test_help_teaches(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(arguments)
    assert leaving.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 8


def test_the_list_of_commands_says_what_each_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["--help"])
    shown = capsys.readouterr().out
    assert all(entry.help in " ".join(shown.split()) for entry in COMMANDS.values())


def test_a_wrong_setting_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["run", "--set", "nfc.side=up"]) == 2
    assert capsys.readouterr().err.startswith("kiosk run: nfc.side: is not allowed; allowed is one of")


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["doctor", "--config", str(tmp_path / "none.toml")]) == 2
    assert "none.toml cannot be read" in capsys.readouterr().err


def test_without_a_command_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command([])
    assert leaving.value.code == 2
    assert "usage: kiosk" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        (["--nonsense", "settings"], "usage: kiosk "),
        (["theme", "new", "harbour", "--nonsense"], "usage: kiosk theme new "),
        (["hub", "seed", "--nonsense"], "usage: kiosk hub seed "),
    ],
)
def test_what_a_command_does_not_know_is_refused_by_its_own_usage(
    words: list[str], usage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(words)
    assert leaving.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(usage)
    assert "--nonsense" in said


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(["--version"])
    assert leaving.value.code == 0
    assert capsys.readouterr().out.startswith("kiosk 0.")
