"""One of a machine's displays is pulled out and comes back elsewhere: its screen plays on, and finds it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.doubles.deadline import wait_until
from tests.doubles.running_screen import KIOSK
from tests.doubles.x_displays import XDisplays
from tests.stories.conftest import Fitter


@pytest.fixture
def displays(tmp_path: Path) -> Iterator[XDisplays]:
    """Two displays beside each other."""
    with XDisplays(tmp_path) as displays:
        displays.plug("HDMI-1", QRect(0, 0, 640, 360), "screen")
        displays.plug("DP-2", QRect(640, 0, 640, 360))
        yield displays


def test_the_loop_plays_on_and_fills_the_display_once_it_is_back(fitter: Fitter, displays: XDisplays) -> None:
    own = ("env", f"DISPLAY={displays.name}", "QT_QPA_PLATFORM=xcb", *KIOSK)
    screen = fitter.make({"display.fullscreen": True, "display.output": "DP-2"}, own)
    screen.open()
    wait_until(lambda: displays.is_lit(650, 350) and displays.is_lit(1270, 350))
    assert not displays.is_lit(320, 350), "the other display is another screen's"

    since = screen.mark()
    displays.pull("DP-2")
    screen.await_fault("display", "gone", since)
    screen.expect_loop()

    since = screen.mark()
    displays.plug("DP-2", QRect(0, 380, 480, 320))
    screen.await_health(since)
    wait_until(lambda: displays.is_lit(10, 690) and displays.is_lit(470, 690))
    assert not displays.is_lit(1270, 350), "nothing of it is left where the display was"
    screen.expect_loop()
