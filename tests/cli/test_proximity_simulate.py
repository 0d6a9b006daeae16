import json

import pytest

from kiosk.cli.main import run_command


def test_the_findings_are_json_and_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["proximity", "simulate", "--seed", "7", "--visits", "20"]) == 0

    told = capsys.readouterr()
    findings = json.loads(told.out)
    assert findings["seed"] == 7
    assert f"Of {findings['greeted']} visits" in told.err


@pytest.mark.parametrize("wrong", [("--seed", "x"), ("--visits", "-1"), ("--visits", "2001")])
def test_a_wrong_number_is_refused(wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(["proximity", "simulate", *wrong])
    assert leaving.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_help_teaches_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["proximity", "simulate", "--help"])
    assert "examples" in capsys.readouterr().out
