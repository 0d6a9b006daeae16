from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.cli.main import run_command
from kiosk.learning.decision_log import FILE_NAME, DecisionLog
from tests.learning.test_decision import decide


def test_a_log_comes_out_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        DecisionLog(tmp_path).write(decide(number))
    assert run_command(["offers", "replay", str(tmp_path / FILE_NAME)]) == 0
    assert capsys.readouterr().out == "3 of 3 decisions came out the same\n"


def test_each_line_that_does_not_is_named_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    DecisionLog(tmp_path).write(decide())
    DecisionLog(tmp_path).write(replace(decide(), propensity=0.5))
    with (tmp_path / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write("{}\n")
    assert run_command(["offers", "replay", str(tmp_path / FILE_NAME)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "line 2: its propensity is another",
        "line 3: this is no decision",
        "1 of 3 decisions came out the same",
    ]


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["offers", "replay", str(tmp_path / "none")]) == 2
    assert "none cannot be read (No such file or directory)" in capsys.readouterr().err


def test_an_empty_log_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / FILE_NAME).touch()
    assert run_command(["offers", "replay", str(tmp_path / FILE_NAME)]) == 0
    assert capsys.readouterr().out == "0 of 0 decisions came out the same\n"
