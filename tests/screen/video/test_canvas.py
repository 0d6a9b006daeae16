from itertools import pairwise, product

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from kiosk.screen.video.canvas import LINES, Canvas, find_place

GLASS = QSize(160, 90)


def make_frame(width: int, height: int) -> QImage:
    """Red at its left half, blue at its right."""
    frame = QImage(width, height, QImage.Format.Format_RGB32)
    frame.fill(QColor("red"))
    for x in range(width // 2, width):
        for y in range(height):
            frame.setPixelColor(x, y, QColor("blue"))
    return frame


def put_on_glass(frame: QImage, ground: str, glass: QSize = GLASS) -> QImage:
    pixels = b"".join(map(bytes, Canvas(glass, QColor(ground)).paint(frame)))
    return QImage(pixels, glass.width(), glass.height(), QImage.Format.Format_RGB32).copy()


@pytest.mark.parametrize("size", [(320, 180), (64, 36), (164, 90), (160, 92)])
def test_a_frame_of_nearly_the_shape_of_the_glass_covers_it(size: tuple[int, int]) -> None:
    glass = put_on_glass(make_frame(*size), "green")
    corners = [glass.pixelColor(x, y).name() for x in (0, 159) for y in (0, 89)]
    assert corners == ["#ff0000", "#ff0000", "#0000ff", "#0000ff"]


def test_an_upright_frame_stands_whole_on_the_ground() -> None:
    glass = put_on_glass(make_frame(90, 160), "white")
    row = [glass.pixelColor(x, 45).name() for x in (0, 60, 100, 159)]
    assert row == ["#ffffff", "#ff0000", "#0000ff", "#ffffff"]


def test_a_frame_stands_in_the_middle() -> None:
    assert find_place(QSize(90, 160), GLASS) == QRect(55, 0, 50, 90)
    assert find_place(QSize(320, 180), GLASS) == QRect(0, 0, 160, 90)


def test_bands_join_without_a_seam() -> None:
    frame = QImage(20, 48, QImage.Format.Format_RGB32)
    for x, y in product(range(frame.width()), range(frame.height())):
        frame.setPixelColor(x, y, QColor(5 * y, 0, 0))
    glass = put_on_glass(frame, "white", QSize(40, 3 * LINES + 7))  # the last band is not a whole one
    rows = [glass.pixelColor(20, y).red() for y in range(glass.height())]
    assert (rows[0], rows[-1]) == (0, 5 * 47)
    assert all(0 <= after - before <= 4 for before, after in pairwise(rows))


def test_all_bands_are_as_long_as_was_said_before() -> None:
    canvas = Canvas(QSize(40, 3 * LINES + 7), QColor("white"))
    assert sum(map(len, canvas.paint(make_frame(4, 4)))) == canvas.bytes == 4 * 40 * (3 * LINES + 7)
