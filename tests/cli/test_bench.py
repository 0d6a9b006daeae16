from pathlib import Path

import pytest
from msgspec import json

from kiosk.cli.main import run_command


def test_its_help_explains_every_measure(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["bench", "--help"])

    told = capsys.readouterr().out
    assert all(f"\n  {name} " in told for name in ("latency", "tap", "start", "storm", "memory", "idle", "decide"))


def test_the_last_line_is_json_and_so_is_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "decide.json"
    monkeypatch.setattr("kiosk.bench.decide.SIZES", (100, 200))
    monkeypatch.setattr("kiosk.bench.decide.JUDGED", 200)

    assert run_command(["bench", "decide", "--rounds", "1", "--events", "20", "--json", str(file)]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert any(line.startswith("target <= 1 ms at p99 among 200: ") for line in lines)
    assert json.decode(last) == json.decode(file.read_bytes())
    assert json.decode(last)["offers_200"]["count"] == 20


@pytest.mark.parametrize("count", ["0", "-1", "some"])
def test_a_count_that_is_none_is_refused(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["bench", "latency", "--rounds", count])

    assert "--rounds" in capsys.readouterr().err


def test_the_hubs_own_help_teaches_what_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["bench", "hub", "--help"])

    told = capsys.readouterr().out
    assert all(
        word in told for word in ("Databases: ", "PostgreSQL", "How long: ", "--members", "each screen's taps in each")
    )
    assert "--every" not in told
