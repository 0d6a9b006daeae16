import json
from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from tests.doubles.themes import write_theme

CALM = """
[options.calm]
type = "boolean"
title = { de = "Ruhig" }
default = true
on = 1
off = 0
"""


def test_the_shipped_themes_and_ones_own_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_theme(
        tmp_path / "dusk", '[options.calm]\ntype = "boolean"\ntitle = {de = "Ruhig"}\ndefault = true\non = 1\noff = 0'
    )
    assert run_command(["theme", "list", "--dir", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {"salon: Salon (options: keeping, metal)", "dusk: Dusk (options: sun, round, bar, ticker, calm)"} <= set(
        lines
    )


def test_a_broken_theme_is_listed_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_theme(tmp_path / "dusk", "[type]\nprice = 12")
    run_command(["theme", "list", "--dir", str(tmp_path)])
    assert "dusk/theme.toml: type.price: is not allowed" in capsys.readouterr().out


def test_programs_are_told_all_that_an_option_declares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_theme(tmp_path / "dusk", CALM)
    write_theme(tmp_path / "broken", "[type]\nprice = 12")
    assert run_command(["theme", "list", "--json", "--dir", str(tmp_path)]) == 0
    listed = {theme["name"]: theme for theme in json.loads(capsys.readouterr().out)}
    calm = {"type": "boolean", "title": {"de": "Ruhig"}, "hint": {}, "default": True, "on": 1, "off": 0}
    assert (listed["dusk"]["title"], listed["dusk"]["refusal"]) == ("Dusk", None)
    assert listed["dusk"]["options"]["calm"] == calm
    assert "type.price: is not allowed" in listed["broken"]["refusal"]
