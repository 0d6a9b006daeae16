import tomllib
from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from kiosk.settings.file import read_settings
from kiosk.settings.guide import list_settings


def test_the_list_is_a_settings_file_that_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["settings"]) == 0
    text = capsys.readouterr().out
    file = tmp_path / "kiosk.toml"
    file.write_text(text)
    assert read_settings(file, {}).store.id == "change-me"
    assert set(tomllib.loads(text)) == {declaration.name.partition(".")[0] for declaration in list_settings()}


def test_every_setting_is_named_with_its_variable(capsys: pytest.CaptureFixture[str]) -> None:
    run_command(["settings"])
    text = capsys.readouterr().out
    assert all(declaration.variable in text for declaration in list_settings())
