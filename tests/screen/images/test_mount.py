import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage

from kiosk.screen.images.backdrop import measure_luminance
from kiosk.screen.images.mount import Mount, choose_cut, fit_whole, mount_picture
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
    assert choose_cut(QSize(2120, 1080), cover_glass(GLASS)) == QRect(100, 0, 1920, 1080)


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
    ("size", "window"),
    [
        (QSize(1600, 900), QRect(0, 0, 1920, 1080)),
        (QSize(1600, 920), QRect(0, 0, 1920, 1080)),  # it would leave 21 pixels at each side
        (QSize(1000, 1000), QRect(420, 0, 1080, 1080)),
        (QSize(4000, 1000), QRect(0, 300, 1920, 480)),
    ],
)
def test_a_poster_is_seen_whole_or_covers_the_glass_where_next_to_nothing_is_lost(size: QSize, window: QRect) -> None:
    assert fit_whole(FRAME, size).window == window


def test_around_a_poster_its_own_edges_run_on() -> None:
    poster = fit_whole(FRAME, QSize(1000, 1000))
    glass = mount_picture(paint(poster.window.size()), poster)
    assert {glass.pixelColor(x, 500).name() for x in range(0, 1920, 40)} == {"#ffffff"}
