import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickWindow

from kiosk.screen.video.limits import MOST_BY_PROCESSOR, fit_frames, shrink_frames, tell_most_pixels


@pytest.mark.usefixtures("application")
def test_without_graphics_hardware_a_video_has_at_most_720_lines_and_frames_are_made_to_size() -> None:
    QQuickWindow()  # with the first window the renderer is chosen
    assert tell_most_pixels() == MOST_BY_PROCESSOR == 1280 * 720
    assert fit_frames(QSize(3840, 2160)) == QSize(3840, 2160)


@pytest.mark.parametrize(
    ("glass", "frame"),
    [
        ((1920, 1080), (1920, 1080)),
        ((1920, 360), (1920, 360)),
        ((3840, 2160), (1920, 1080)),
        ((2160, 3840), (1080, 1920)),
    ],
)
def test_graphics_hardware_enlarges_what_a_large_glass_gets(glass: tuple[int, int], frame: tuple[int, int]) -> None:
    assert shrink_frames(QSize(*glass)) == QSize(*frame)
