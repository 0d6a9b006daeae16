import json
from pathlib import Path

import pytest

from kiosk.cli.main import run_command


def _write_line(at_s: float, metres: float) -> str:
    payload = json.dumps({"id": "secret", "distance": metres})
    return json.dumps({"tst": f"2023-11-27T19:47:{at_s:06.3f}Z", "topic": "presence/hall", "payload": payload}) + "\n"


@pytest.fixture
def capture(tmp_path: Path) -> Path:
    """Somebody who comes near at once, and whom nobody hears from 1 s to 20 s."""
    file = tmp_path / "capture.jsonl"
    file.write_text("".join(_write_line(at, 1.5) for at in (0.0, 0.6, 1.0, 20.0)))
    return file


def test_each_transition_is_a_line(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["proximity", "replay", str(capture)]) == 0

    told = capsys.readouterr()
    assert [json.loads(line) for line in told.out.splitlines()] == [
        {"at_s": 0.6, "event": "near", "device": "device-1", "zone": "hall", "distance_m": 1.5},
        {"at_s": 9.0, "event": "left", "device": "device-1", "zone": "hall", "distance_m": None},
    ]
    assert told.err == "4 messages understood, 0 passed over\n"
    assert "secret" not in told.out + told.err


def test_zones_near_and_pace_can_be_named(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--zones", "hall, shoes", "--near-m", "1", "--speed", "1000", "--profile", "ha-mqtt-room"]

    assert run_command(["proximity", "replay", str(capture), *options]) == 0
    assert capsys.readouterr().out == ""


def test_a_plot_is_drawn_where_it_is_asked_for(capture: Path, tmp_path: Path) -> None:
    assert run_command(["proximity", "replay", str(capture), "--plot", str(tmp_path / "a.png")]) == 0
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_capture_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["proximity", "replay", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", [("--near-m", "0"), ("--near-m", "x"), ("--speed", "-1"), ("--speed", "inf"), ("--speed", "1e-300")]
)
def test_a_wrong_number_is_refused(wrong: tuple[str, str], capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(["proximity", "replay", str(capture), *wrong])
    assert leaving.value.code == 2
    assert wrong[0] in capsys.readouterr().err
