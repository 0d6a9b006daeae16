from pathlib import Path

import pytest

from kiosk.cli.main import run_command


def test_the_doctor_prints_a_line_for_each_part_and_fails_where_one_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("store.id=s", "screen.id=w", "screen.zones=home", f"state.dir={tmp_path}", "broker.url=mqtt://127.0.0.1:9")
    arguments = [part for override in (*given, "loyalty.url=http://127.0.0.1:9") for part in ("--set", override)]
    assert run_command(["doctor", *arguments]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 9
    assert all(line.startswith(("ok", "warn", "fail")) for line in lines)
