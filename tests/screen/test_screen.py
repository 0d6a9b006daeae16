import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.contract.offer import MediaRef
from kiosk.core.glass.scene import Attract, Offering
from kiosk.errors import FileRefused
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.shelf import find_theme
from tests.doubles.glass_apart import DISPLAY, make_scene
from tests.doubles.glass_items import find_window
from tests.screen.conftest import OpenScreen

Look = Callable[[Screen], QImage]
STILL = Attract(None, None, "de", "i")


def test_the_window_has_no_frame_and_no_cursor(open_screen: OpenScreen) -> None:
    open_screen("960x540")
    window = find_window()
    assert window.flags() & Qt.WindowType.FramelessWindowHint
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert (window.width(), window.height()) == (960, 540)


def test_without_any_display_a_full_screen_has_the_size_of_the_settings(application: QGuiApplication) -> None:
    display = settings.Display(size="960x540")
    screen = Screen(display, find_theme(settings.Theme()).theme, Place(), Ports(lambda _ref: None))
    screen.show(fullscreen=display.fullscreen)
    application.processEvents()
    size = screen.take_screenshot().size()
    screen.close()
    assert (size.width(), size.height()) == (960, 540)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_display_shows_the_scene_turned_clockwise(
    open_screen: OpenScreen, look_at: Look, rotation: int
) -> None:
    plain = open_screen("540x960" if rotation in {90, 270} else "960x540")
    plain.stage.show(STILL)
    expected = look_at(plain)
    turned = open_screen("960x540", rotation=rotation)
    turned.stage.show(STILL)
    seen = look_at(turned)
    for x, y in ((0.5, 0.36), (0.73, 0.5), (0.2, 0.9)):
        place = {0: (x, y), 90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[rotation]
        there = expected.pixelColor(int(expected.width() * x), int(expected.height() * y))
        assert seen.pixelColor(int(seen.width() * place[0]), int(seen.height() * place[1])) == there


def test_what_a_foreseen_scene_needs_is_made_ready_off_the_calling_thread(shop: SampleShop) -> None:
    asked_by: list[str] = []

    def find_file(ref: MediaRef) -> Path | None:
        asked_by.append(current_thread().name)
        return shop.find_file(ref)

    foreseen = Offering(shop.make_offer(SAMPLES[0]), "de", "i", "s")
    display = settings.Display(fullscreen=False, size="640x360")
    screen = Screen(display, find_theme(settings.Theme()).theme, Place(), Ports(find_file), foreseen)
    screen.close()
    assert asked_by
    assert current_thread().name not in asked_by


def test_a_key_reaches_the_demo(open_screen: OpenScreen, shop: SampleShop) -> None:
    pressed: list[str] = []
    open_screen("960x540", ports=Ports(shop.find_file, on_key=pressed.append))
    QTest.keyClick(find_window(), Qt.Key.Key_1)
    assert pressed == ["1"]


def test_a_screenshot_that_cannot_be_written_is_refused_by_name(open_screen: OpenScreen, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"scene\.png"):
        open_screen("960x540").save_screenshot(tmp_path / "missing" / "scene.png")


def test_a_screenshot_is_handed_over(open_screen: OpenScreen, qtbot: QtBot) -> None:
    heard: list[bytes | None] = []
    open_screen("960x540").send_screenshot(heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert (heard[0] or b"").startswith(b"RIFF")


def test_who_waits_for_a_screenshot_hears_of_the_end(application: QGuiApplication, shop: SampleShop) -> None:
    heard: list[bytes | None] = []
    ended = Event()

    def hold_up(screenshot: bytes | None) -> None:
        heard.append(screenshot)
        if screenshot:
            ended.wait(10)
        else:
            ended.set()

    wanted = settings.Display(fullscreen=False, size="960x540")
    screen = Screen(wanted, find_theme(settings.Theme()).theme, Place(), Ports(shop.find_file))
    for _ in range(2):
        screen.send_screenshot(hold_up)
    screen.close()
    assert len(heard) == 2
    assert None in heard
    application.processEvents()


def test_an_offer_stands_whole_in_its_first_frame(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, qtbot: QtBot
) -> None:
    screen = open_screen("960x540")
    offer = shop.make_offer(SAMPLES[0])
    screen.stage.prepare([offer], []).result(30)
    screen.stage.show(STILL)
    look_at(screen)
    screen.stage.show(Offering(offer, "de", "i", "s", reader_ready=True))
    first = look_at(screen)
    for _ in range(12):
        with qtbot.waitSignal(find_window().frameSwapped):
            find_window().update()
    assert first == look_at(screen), "nothing more appears in later frames"


def test_what_a_real_start_prepares_leaves_every_letter_on_the_glass(
    open_screen: OpenScreen, shop: SampleShop, tmp_path: Path
) -> None:
    picture = tmp_path / "apart.png"
    command = (sys.executable, "-m", "tests.doubles.glass_apart", str(picture))
    subprocess.run(command, check=True, timeout=60)  # noqa: S603 # our own double
    screen = open_screen(DISPLAY.size)
    screen.stage.show(make_scene(shop))
    screen.save_screenshot(tmp_path / "here.png")
    assert QImage(str(picture)) == QImage(str(tmp_path / "here.png"))
