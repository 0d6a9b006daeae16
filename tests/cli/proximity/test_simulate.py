import json
from pathlib import Path

import pytest

from kiosk.cli.main import run_command


def test_the_findings_are_json_and_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["proximity", "simulate", "--seed", "7", "--visits", "20"]) == 0

    told = capsys.readouterr()
    findings = json.loads(told.out)
    assert findings["seed"] == 7
    assert f"Of 20 who came by, {findings['greeted']} came near;" in told.err


def _count_greeted(capsys: pytest.CaptureFixture[str], *words: str) -> int:
    assert run_command(["proximity", "simulate", "--seed", "7", "--visits", "40", *words]) == 0
    return int(json.loads(capsys.readouterr().out)["greeted"])


def test_the_shops_own_settings_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('store.id = "berlin"\nscreen = {id = "window-1", zones = ["shoes"]}\nproximity.near_m = 8\n')
    usual = _count_greeted(capsys)

    assert _count_greeted(capsys, "--config", str(file)) > usual
    assert _count_greeted(capsys, "--config", str(file), "--set", "proximity.near_m=2") == usual
    assert _count_greeted(capsys, "--set", "proximity.near_m=0.4") < usual


@pytest.mark.parametrize("wrong", [("--seed", "x"), ("--visits", "-1"), ("--visits", "2001")])
def test_a_wrong_number_is_refused(wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(["proximity", "simulate", *wrong])
    assert leaving.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_help_teaches_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["proximity", "simulate", "--help"])
    shown = capsys.readouterr().out
    assert "examples" in shown
    assert "--config FILE" in shown
