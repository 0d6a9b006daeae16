from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from kiosk.screen.display.screenshot import LARGEST, SIDES, encode_screenshot, shrink
from tests.doubles.chance import seed_chance


def draw_noise(width: int, height: int) -> QImage:
    """What compresses worst."""
    noise = seed_chance().randbytes(width * height * 3)
    return QImage(noise, width, height, width * 3, QImage.Format.Format_RGB888).copy()


@pytest.mark.parametrize(
    ("size", "small"),
    [((1920, 1080), (960, 540)), ((1080, 1920), (540, 960)), ((640, 360), (640, 360)), ((1920, 360), (960, 180))],
)
def test_a_screenshot_is_small_and_keeps_its_shape(size: tuple[int, int], small: tuple[int, int]) -> None:
    shrunk = shrink(QImage(*size, QImage.Format.Format_RGB32))
    assert (shrunk.width(), shrunk.height()) == small


def test_it_shows_what_was_there() -> None:
    image = QImage(101, 67, QImage.Format.Format_RGB32)
    image.fill(QColor("#c8532b"))
    content = encode_screenshot(image)
    with Image.open(BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (101, 67))
        pixel = picture.convert("RGB").getpixel((50, 33))
    assert isinstance(pixel, tuple)
    assert all(abs(one - other) < 6 for one, other in zip(pixel, (0xC8, 0x53, 0x2B), strict=True))


def test_it_tells_nothing_but_the_picture() -> None:
    content = encode_screenshot(draw_noise(32, 32))
    with Image.open(BytesIO(content)) as picture:
        assert not {"exif", "xmp", "icc_profile"} & set(picture.info)


def test_what_hardly_compresses_loses_quality_before_it_grows_too_large() -> None:
    content = encode_screenshot(draw_noise(320, 240))
    assert len(content) <= LARGEST


def test_what_does_not_fit_at_any_quality_loses_size() -> None:
    content = encode_screenshot(draw_noise(SIDES[0], SIDES[0]))
    with Image.open(BytesIO(content)) as picture:
        assert picture.width in SIDES[1:]
    assert len(content) <= LARGEST
