import json
import sys
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


def test_lines_that_are_no_capture_are_told_how_one_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "capture.jsonl"
    file.write_text('{"topic": "a/b", "payload": "-60"}\n' * 2)

    assert run_command(["proximity", "replay", str(file)]) == 0
    assert "2 lines have not tst, topic and payload" in capsys.readouterr().err


def test_zones_near_and_pace_can_be_named(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--zones", "hall, shoes", "--near-m", "1", "--speed", "1000", "--profile", "ha-mqtt-room"]

    assert run_command(["proximity", "replay", str(capture), *options]) == 0
    assert capsys.readouterr().out == ""


def _write_settings(folder: Path, text: str) -> str:
    file = folder / "kiosk.toml"
    file.write_text(f'store.id = "berlin"\nscreen = {{id = "window-1", zones = ["shoes"]}}\n{text}\n')
    return str(file)


def _play(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str, float | None]]:
    assert run_command(["proximity", "replay", *words]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(one["event"], one["zone"], one["distance_m"]) for one in told]


def test_the_shops_own_settings_count(capture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gateways = "proximity.gateways = {hall = {zone = 'shoes', offset_db = 9}}"
    settings = _write_settings(tmp_path, f"proximity.profile = 'auto'\n{gateways}\nproximity.leave_s = 30")

    assert _play(capsys, str(capture), "--config", settings) == [("near", "shoes", 0.7)]
    assert _play(capsys, str(capture), "--config", settings, "--set", "proximity.near_m=0.5") == []
    assert _play(capsys, str(capture), "--config", settings, "--set", "screen.zones=bags") == []


def test_a_gateway_that_only_the_settings_know_is_read_by_their_mapping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"tst": f"2026-11-23T12:00:0{at}Z", "topic": "acme/shoes", "payload": {"who": "x", "m": 1}} for at in (0, 1)
    ]
    (tmp_path / "capture.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    mapping = "[mapping]\ntopic = 'acme/{zone}'\ndevice = 'who'\ndistance = 'm'"
    settings = _write_settings(tmp_path, f"proximity.profile = 'generic'\n{mapping}")

    assert _play(capsys, str(tmp_path / "capture.jsonl"), "--config", settings) == [("near", "shoes", 1.0)]


def test_a_setting_can_be_tried_without_a_file(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    offset = "proximity.gateways={hall = {offset_db = -20}}"

    assert len(_play(capsys, str(capture))) == 2
    assert _play(capsys, str(capture), "--set", offset) == []
    assert _play(capsys, str(capture), "--set", "screen.zones=shoes") == []


@pytest.mark.parametrize(
    ("setting", "complaint"),
    [("proximity.near_m=0", "proximity.near_m: is not allowed"), ("proximity.profile=none", "say with --profile")],
)
def test_a_setting_with_which_nothing_can_be_played_is_refused(
    setting: str, complaint: str, capture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["proximity", "replay", str(capture), "--set", setting]) == 2
    assert complaint in capsys.readouterr().err


def test_a_file_of_settings_must_be_whole(capture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kiosk.toml").write_text("proximity.near_m = 1")
    assert run_command(["proximity", "replay", str(capture), "--config", str(tmp_path / "kiosk.toml")]) == 2
    assert "store" in capsys.readouterr().err


def test_help_says_where_the_settings_come_from(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command(["proximity", "replay", "--help"])
    shown = capsys.readouterr().out
    assert "--config FILE" in shown
    assert "--set NAME=VALUE" in shown


def test_a_plot_is_drawn_where_it_is_asked_for(capture: Path, tmp_path: Path) -> None:
    assert run_command(["proximity", "replay", str(capture), "--plot", str(tmp_path / "a.png")]) == 0
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_plot_that_cannot_be_drawn_is_refused_before_anything_is_replayed(
    capture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    assert run_command(["proximity", "replay", str(capture), "--plot", str(tmp_path / "a.png")]) == 2
    told = capsys.readouterr()
    assert (told.out, "a plot needs matplotlib" in told.err) == ("", True)


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
