from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.screen.display.window import Window

pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def window() -> Iterator[Window]:
    window = Window(None)
    window.resize(320, 180)
    window.show()
    yield window
    window.held = False
    window.close()


@pytest.mark.parametrize("held", [True, False])
def test_nothing_from_outside_closes_a_window_that_is_held(window: Window, *, held: bool) -> None:
    window.held = held
    assert window.close() is not held
    assert window.isVisible() is held


def test_alt_f4_asks_the_window_which_stays(window: Window) -> None:
    window.held = True
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    event = QCloseEvent()
    QGuiApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert window.isVisible()


def test_a_key_that_writes_nothing_is_no_key_for_the_demo() -> None:
    heard: list[str] = []
    window = Window(heard.append)
    QTest.keyClick(window, Qt.Key.Key_Shift)
    QTest.keyClick(window, Qt.Key.Key_2)
    assert heard == ["2"]


def test_a_key_goes_no_further_that_is_a_scanners_and_one_that_is_held_down_is_none() -> None:
    heard: list[str] = []
    strokes: list[str] = []
    window = Window(heard.append)

    def take(text: str, at: float) -> bool:
        strokes.append(text)
        return text == "4" and at > 0

    window.on_stroke = take
    for key in (Qt.Key.Key_4, Qt.Key.Key_2):
        QTest.keyClick(window, key)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4", autorep=True)
    QGuiApplication.sendEvent(window, held)

    assert (strokes, heard) == (["4", "2"], ["2", "4"])
