import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage

from kiosk.screen.backdrop import measure_luminance
from kiosk.screen.mount import Mount, find_cut, mount_picture
from tests.doubles.mounts import cover_glass

GLASS = QSize(1920, 1080)
WINDOW = QRect(100, 100, 600, 800)
FRAME = Mount(GLASS, WINDOW, QRect(0, 0, 1, 1), QColor("black"))


def paint(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def test_a_picture_over_all_the_glass_is_taken_as_it_is_and_cut_evenly() -> None:
    picture = paint(GLASS)
    assert mount_picture(picture, cover_glass(GLASS)) is picture
    assert find_cut(QSize(2120, 1080), cover_glass(GLASS)) == QRect(100, 0, 1920, 1080)


def test_a_window_shows_the_picture_and_around_it_lies_the_ground() -> None:
    glass = mount_picture(paint(WINDOW.size()), FRAME)
    assert glass.size() == GLASS
    seen = [glass.pixelColor(point).name() for point in (WINDOW.topLeft(), WINDOW.bottomRight(), WINDOW.center())]
    assert seen == ["#ffffff"] * 3
    assert glass.pixelColor(99, 500).name() == glass.pixelColor(700, 500).name() == "#000000"


def test_a_soft_edge_runs_out_into_the_ground_and_leaves_the_middle_alone() -> None:
    glass = mount_picture(paint(WINDOW.size()), replace(FRAME, edge=0.5))
    middle = WINDOW.center()
    row = [measure_luminance(glass.pixelColor(x, middle.y())) for x in range(WINDOW.left(), middle.x(), 20)]
    assert row == sorted(row)
    assert row[0] == pytest.approx(0.0, abs=0.01)
    assert row[-1] == pytest.approx(1.0, abs=0.01)
    assert glass.pixelColor(WINDOW.topLeft()).name() == "#000000"


def test_a_shade_lays_the_ground_over_the_whole_picture() -> None:
    shaded = mount_picture(paint(GLASS), replace(cover_glass(GLASS), shade=0.5))
    assert shaded.pixelColor(960, 540).red() in {127, 128}


@pytest.mark.parametrize(
    ("cover", "middle"), [(QSize(1422, 800), 0.7), (QSize(600, 1067), 0.41), (QSize(800, 800), 0.7)]
)
def test_a_window_cuts_around_the_product_and_never_beyond_the_picture(cover: QSize, middle: float) -> None:
    cut = find_cut(cover, FRAME)
    assert cut.size() == WINDOW.size()
    assert QRect(0, 0, cover.width(), cover.height()).contains(cut)
    along = (cut.center().x() / cover.width()) if cover.width() > cut.width() else cut.center().y() / cover.height()
    assert along == pytest.approx(middle, abs=0.1)


@pytest.mark.parametrize(("size", "upright"), [((600, 800), True), ((800, 820), False), ((800, 600), False)])
def test_a_window_that_is_clearly_higher_than_wide_takes_an_upright_picture(
    size: tuple[int, int], *, upright: bool
) -> None:
    assert replace(FRAME, window=QRect(0, 0, *size)).is_upright is upright
