import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.cli.drawing import SIZES
from kiosk.cli.main import run_command
from kiosk.cli.theme.trial import PICTURES
from tests.doubles.themes import ACCENT, write_theme

Give = Callable[[bytes], None]


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Puts bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


def read_findings(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


def test_values_that_a_screen_would_wear_are_well(
    tmp_path: Path, give: Give, capsys: pytest.CaptureFixture[str]
) -> None:
    write_theme(tmp_path / "dusk", ACCENT)
    give(b'{"accent": "#c8532b"}')
    assert run_command(["theme", "try", "dusk", "--dir", str(tmp_path)]) == 0
    assert read_findings(capsys) == []


def test_colours_too_alike_are_told_so_that_others_can_say_it(
    tmp_path: Path, give: Give, capsys: pytest.CaptureFixture[str]
) -> None:
    write_theme(tmp_path / "dusk", ACCENT)
    give(b'{"accent": "#fff0e0"}')
    assert run_command(["theme", "try", "dusk", "--dir", str(tmp_path)]) == 1
    clash = read_findings(capsys)[0]["clash"]
    assert (clash["ink"], clash["ground"], clash["needed"]) == ("pulse", "hint", 3.0)
    assert clash["contrast"] < 3


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 60_000])
def test_what_is_no_object_is_refused(content: bytes, give: Give, capsys: pytest.CaptureFixture[str]) -> None:
    give(content)
    assert run_command(["theme", "try", "market"]) == 2
    assert "standard input is no JSON object" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere", "../market", "/etc"])
def test_what_is_not_on_the_shelf_is_not_tried(name: str, give: Give, capsys: pytest.CaptureFixture[str]) -> None:
    give(b"{}")
    assert run_command(["theme", "try", name]) == 2
    assert "no such theme" in capsys.readouterr().err


def test_it_is_drawn_as_the_screen_draws_it(tmp_path: Path, give: Give) -> None:
    give(b'{"wall": "#33cc66", "bar": false, "ticker": false}')
    assert run_command(["theme", "try", "market", "--out", str(tmp_path / "out")]) == 0
    for name, side in PICTURES:
        with Image.open(tmp_path / "out" / f"{name}-{side}.webp") as picture:
            assert f"{picture.width}x{picture.height}" == SIZES[side]
    with Image.open(tmp_path / "out" / "offer-landscape.webp") as picture:
        pixel = picture.convert("RGB").getpixel((4, 4))
    assert isinstance(pixel, tuple)
    assert all(abs(one - other) < 12 for one, other in zip(pixel, (0x33, 0xCC, 0x66), strict=True))
