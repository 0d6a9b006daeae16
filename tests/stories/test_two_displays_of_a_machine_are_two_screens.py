"""Two displays of one machine: a screen for each, with an id of its own, and neither in the other's way."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRect

from tests.doubles.deadline import wait_until
from tests.doubles.running_screen import KIOSK
from tests.doubles.x_displays import XDisplays
from tests.stories.conftest import Fitter


def move(fitter: Fitter, name: str) -> Fitter:
    """The same shop with a folder of its own for a screen of that name."""
    folder = fitter.folder / name
    folder.mkdir()
    files = {key: str(fitter.folder / str(fitter.settings[key])) for key in ("store.key_file", "loyalty.token_file")}
    shop = fitter.folder.name.replace("_", "-").strip("-")[-40:]
    own = {"nfc.device": "none", "screen.id": f"{shop}-{name}", "display.fullscreen": True}
    return replace(fitter, folder=folder, settings={**fitter.settings, **files, **own})


def test_each_screen_fills_its_own_display_and_plays_on_when_the_other_ends(fitter: Fitter, tmp_path: Path) -> None:
    with XDisplays(tmp_path) as displays:
        displays.plug("HDMI-1", QRect(0, 0, 640, 360), "screen")
        displays.plug("DP-2", QRect(640, 0, 640, 360))
        command = ("env", f"DISPLAY={displays.name}", "QT_QPA_PLATFORM=xcb", *KIOSK)
        left = move(fitter, "left").make({"display.output": "HDMI-1"}, command)
        left.open()
        wait_until(lambda: displays.is_lit(10, 350) and displays.is_lit(630, 350))
        assert not displays.is_lit(960, 350), "that is the other screen's"

        right = move(fitter, "right").make({"display.output": "DP-2"}, command)
        right.open()
        wait_until(lambda: displays.is_lit(650, 350) and displays.is_lit(1270, 350))
        left.expect_loop()
        assert left.end() == 0
        right.expect_loop()
