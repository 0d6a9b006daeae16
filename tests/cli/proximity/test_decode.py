import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper

import pytest

from kiosk.cli.main import run_command

LINES = b'{"topic":"presence/hall","payload":"{\\"id\\":\\"A\\",\\"distance\\":4}"}\nnonsense\n'
OWN = b'{"topic":"gw/hall/a","payload":"-60"}\n'


def _decode(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, lines: bytes, *more: str
) -> list[object]:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(lines)))
    assert run_command(["proximity", "decode", *more]) == 0
    return [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]


def test_each_line_is_answered(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    understood, refused = _decode(capsysbinary, monkeypatch, LINES)

    assert isinstance(understood, dict)
    assert understood["sightings"] == [{"device": "A", "zone": "hall", "distance_m": 4.0, "rssi": None, "kind": "seen"}]
    assert isinstance(refused, dict)
    assert refused["sightings"] == []


def test_a_mapping_can_be_tried_out(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (answer,) = _decode(
        capsysbinary, monkeypatch, OWN, "--profile", "generic", "--map", "topic=gw/{zone}/{device}", "--map", "rssi=."
    )

    assert answer == {
        "profile": "generic",
        "sightings": [{"device": "a", "zone": "hall", "distance_m": None, "rssi": -60, "kind": "seen"}],
    }


def test_a_mapping_that_does_not_exist_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["proximity", "decode", "--profile", "generic", "--map", "colour=red"]) == 2
    assert "mapping.colour: no such setting" in capsys.readouterr().err


def test_an_answer_comes_before_the_next_line_is_asked() -> None:
    command = [sys.executable, "-m", "kiosk", "proximity", "decode"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 # our own command
        assert process.stdin
        assert process.stdout
        for line in LINES.splitlines(keepends=True):
            process.stdin.write(line)
            process.stdin.flush()
            assert b"sightings" in process.stdout.readline()
        process.stdin.close()
    assert process.returncode == 0
