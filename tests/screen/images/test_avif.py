from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.screen.images.avif import is_avif, unpack_avif
from kiosk.screen.images.pictures import read_picture
from tests.doubles.mounts import cover_glass
from tests.doubles.pictures import draw_picture, make_avif_bomb

GLASS = QSize(192, 108)


def write(folder: Path, content: bytes) -> Path:
    path = folder / "picture"
    path.write_bytes(content)
    return path


def read_size(unpacked: bytes) -> tuple[int, int]:
    image = QImage.fromData(unpacked)
    return image.width(), image.height()


def test_it_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    assert is_avif(write(tmp_path, draw_picture("AVIF")))
    assert not is_avif(write(tmp_path, draw_picture("PNG")))
    assert not is_avif(tmp_path / "nowhere")


def test_a_picture_of_this_kind_covers_the_glass_in_its_own_colour(tmp_path: Path) -> None:
    image = read_picture(write(tmp_path, draw_picture("AVIF", (640, 480))), cover_glass(GLASS))

    assert image is not None
    assert image.size() == GLASS
    drawn, teal = image.pixelColor(96, 54), (0, 128, 128)
    assert (drawn.red(), drawn.green(), drawn.blue()) == pytest.approx(teal, abs=4)


def test_it_stands_as_the_camera_meant_it(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    path = tmp_path / "picture"
    Image.new("RGB", (400, 200)).save(path, "AVIF", exif=exif)

    assert read_size(unpack_avif(path, GLASS)) == (192, 384)


def test_it_comes_no_larger_than_it_is(tmp_path: Path) -> None:
    assert read_size(unpack_avif(write(tmp_path, draw_picture("AVIF", (64, 36))), GLASS)) == (64, 36)


@pytest.mark.allow_log("a picture was refused: no picture")
@pytest.mark.parametrize(
    "content",
    [
        make_avif_bomb(5_000, 5_000),
        make_avif_bomb(30_000, 30_000),
        make_avif_bomb(9_000, 100),
        draw_picture("AVIF", (640, 480))[:-5],
        b"\0\0\0\x20ftypavif" + bytes(40),
    ],
)
def test_a_bomb_and_half_a_picture_are_refused(tmp_path: Path, content: bytes) -> None:
    assert read_picture(write(tmp_path, content), cover_glass(GLASS)) is None
