import io
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from kiosk.cli.drawing import SIZES
from kiosk.cli.main import run_command
from kiosk.places import find_shipped
from kiosk.screen.gallery.samples import SAMPLES, SampleShop


def draw(monkeypatch: pytest.MonkeyPatch, given: bytes, *words: str) -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    return run_command(["theme", "offer", *words])


def test_an_offer_is_drawn_with_its_picture_in_the_theme_and_its_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = msgspec.json.encode({"offer": SampleShop().make_offer(SAMPLES[0]), "options": {"wall": "#33cc66"}})
    media = str(find_shipped("assets") / "pictures")
    for name, more in (("with", ("--media", media)), ("without", ())):
        assert draw(monkeypatch, given, "market", "--out", str(tmp_path / name), *more) == 0
    for side, size in SIZES.items():
        with (
            Image.open(tmp_path / "with" / f"offer-{side}.webp") as picture,
            Image.open(tmp_path / "without" / f"offer-{side}.webp") as bare,
        ):
            assert f"{picture.width}x{picture.height}" == size
            assert picture.tobytes() != bare.tobytes()
            pixel = picture.convert("RGB").getpixel((4, picture.height - 4))
        assert isinstance(pixel, tuple)
        assert all(abs(one - other) < 12 for one, other in zip(pixel, (0x33, 0xCC, 0x66), strict=True))


def test_a_picture_is_looked_for_in_its_folder_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = find_shipped("assets") / "pictures" / "mug-landscape.webp"
    (tmp_path / "mug.webp").write_bytes(picture.read_bytes())
    (tmp_path / "media").mkdir()
    image = {"url": "/v1/media/../mug.webp", "sha256": "0" * 64, "bytes": 1}
    offers = ({"id": "o", "title": {"de": "Becher"}, "image": image}, {"id": "o", "title": {"de": "Becher"}})
    for name, offer in zip(("out", "bare"), offers, strict=True):
        words = ("market", "--media", str(tmp_path / "media"), "--out", str(tmp_path / name))
        assert draw(monkeypatch, msgspec.json.encode({"offer": offer}), *words) == 0
    drawn, bare = ((tmp_path / name / "offer-landscape.webp").read_bytes() for name in ("out", "bare"))
    assert drawn == bare


@pytest.mark.parametrize("given", [b"", b"[]", b'{"offer": {}}', b'{"offer": {"id": "o", "title": {"de": 3}}}'])
def test_what_is_no_offer_is_refused(
    given: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draw(monkeypatch, given, "market", "--out", str(tmp_path / "out")) == 2
    assert "standard input is no" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
