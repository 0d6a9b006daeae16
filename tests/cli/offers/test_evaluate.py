import json
from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from tests.doubles.bandit_wheel import write_wheel
from tests.doubles.chance import seed_chance
from tests.doubles.shopping_year import write_shopping_year


def test_both_parts_are_evaluated_and_a_page_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_wheel(tmp_path, seed_chance(), rounds=90)
    data, page = str(write_shopping_year(tmp_path / "data")), tmp_path / "page.html"
    words = ["offers", "evaluate", "--data", data, "--bandit-data", str(tmp_path), "--resamples", "10"]
    assert run_command([*words, "--report", str(page)]) == 0
    said = capsys.readouterr()
    assert "Type B     Vitrine" in said.out
    assert "women    the shop's own" in said.out
    assert "reading a year of purchases ..." in said.err
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_one_part_can_be_had_alone_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(write_shopping_year(tmp_path))
    assert run_command(["offers", "evaluate", "--only", "coupons", "--data", data, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (len(found["lines"]), found["answers"], found["seed"]) == (8, [], 1)


def test_the_other_part_can_be_had_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_wheel(tmp_path, seed_chance(), rounds=90)
    words = ["offers", "evaluate", "--only", "bandit", "--bandit-data", str(tmp_path), "--resamples", "10"]
    assert run_command(words) == 0
    assert capsys.readouterr().out.startswith("audience")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--only", "coupons", "--data", "nowhere"], "the Complete Journey data is not here"),
        (["--resamples", "0"], "--resamples must be a whole number from 1"),
    ],
)
def test_what_cannot_be_evaluated_is_said_in_a_sentence(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["offers", "evaluate", *words]) == 2
    assert complaint in capsys.readouterr().err


def test_a_part_without_data_does_not_cost_the_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_wheel(tmp_path, seed_chance(), rounds=90)
    words = ["--data", str(tmp_path), "--bandit-data", str(tmp_path), "--resamples", "10"]
    assert run_command(["offers", "evaluate", *words]) == 2
    said = capsys.readouterr()
    assert said.out.startswith("audience")
    assert "left out: the Complete Journey data is not here" in said.err


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(write_shopping_year(tmp_path))
    words = ["offers", "evaluate", "--only", "coupons", "--data", data, "--report", str(tmp_path)]
    assert run_command(words) == 2
    assert "cannot be written (Is a directory)" in capsys.readouterr().err
