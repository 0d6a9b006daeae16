import io
from pathlib import Path

import pytest
from PIL import Image

from kiosk.cli.drawing import SIZES
from kiosk.cli.main import run_command


def test_a_notice_is_drawn_in_the_colour_of_its_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = b'{"texts": ["Bitte gehen Sie hinaus", "Please leave"], "level": "emergency"}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert run_command(["theme", "notice", "--out", str(tmp_path)]) == 0
    for side, size in SIZES.items():
        with Image.open(tmp_path / f"notice-{side}.webp") as picture:
            assert f"{picture.width}x{picture.height}" == size
            pixel = picture.convert("RGB").getpixel((4, picture.height - 4))
        assert isinstance(pixel, tuple)
        assert all(abs(one - other) < 12 for one, other in zip(pixel, (0xA3, 0x00, 0x1B), strict=True))


@pytest.mark.parametrize("given", [b"", b"[]", b'{"texts": [], "level": "info"}', b'{"texts": ["a"], "level": "loud"}'])
def test_what_is_no_notice_is_refused(
    given: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert run_command(["theme", "notice", "--out", str(tmp_path / "out")]) == 2
    assert "standard input is no JSON object" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
