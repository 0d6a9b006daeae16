import pytest
from PySide6.QtQuick import QQuickWindow

from kiosk.screen.video.limits import MOST_BY_PROCESSOR, tell_most_pixels


@pytest.mark.usefixtures("application")
def test_without_graphics_hardware_a_video_has_at_most_720_lines() -> None:
    QQuickWindow()  # with the first window the renderer is chosen
    assert tell_most_pixels() == MOST_BY_PROCESSOR == 1280 * 720
