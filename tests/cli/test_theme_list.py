from pathlib import Path

import pytest

from kiosk.cli.main import run_command


def test_the_shipped_themes_and_ones_own_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dusk").mkdir()
    assert run_command(["theme", "list", "--dir", str(tmp_path)]) == 0
    assert {"daylight", "dusk"} <= set(capsys.readouterr().out.split())
