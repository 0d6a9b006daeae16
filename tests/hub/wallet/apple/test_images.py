from io import BytesIO
from pathlib import Path

from PIL import Image

from kiosk.hub.wallet.apple.images import draw_marks, draw_strips
from kiosk.hub.wallet.brand import ACCENT, PAPER
from kiosk.places import find_shipped

_MUG = find_shipped("assets") / "pictures" / "mug-landscape.webp"


def _open(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGBA")


def test_the_marks_have_the_sizes_that_their_names_say() -> None:
    sizes = {name: _open(content).size for name, content in draw_marks().items()}

    assert sizes == {
        "icon.png": (29, 29),
        "icon@2x.png": (58, 58),
        "icon@3x.png": (87, 87),
        "logo.png": (50, 50),
        "logo@2x.png": (100, 100),
        "logo@3x.png": (150, 150),
    }


def test_the_icon_has_a_ground_of_its_own_and_the_logo_lies_on_the_pass() -> None:
    icon, logo = (_open(draw_marks()[name]) for name in ("icon@3x.png", "logo@3x.png"))

    assert icon.getpixel((0, 0)) == (*ACCENT, 255)
    assert icon.getpixel((43, 64)) == (*PAPER, 255)
    assert logo.getpixel((0, 0)) == (0, 0, 0, 0)


def test_the_strip_is_the_picture_under_a_shade_in_which_the_price_is_read() -> None:
    strips = draw_strips(_MUG)
    strip = _open(strips["strip@2x.png"])
    left = strip.getpixel((2, 144))

    assert {name: _open(content).size for name, content in strips.items()} == {
        "strip@2x.png": (750, 288),
        "strip@3x.png": (1125, 432),
    }
    assert isinstance(left, tuple)
    assert all(abs(seen - brand) < 24 for seen, brand in zip(left[:3], ACCENT, strict=True))
    assert sum(map(len, strips.values())) < 400_000


def test_without_a_picture_there_is_no_strip(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.webp"
    damaged.write_bytes(_MUG.read_bytes()[:500])

    assert draw_strips(tmp_path / "none.webp") == {}
    assert draw_strips(damaged) == {}
