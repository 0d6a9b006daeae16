from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.screen.glass import Glass

pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def glass() -> Iterator[Glass]:
    glass = Glass(None)
    glass.resize(320, 180)
    glass.show()
    yield glass
    glass.held = False
    glass.close()


@pytest.mark.parametrize("held", [True, False])
def test_nothing_from_outside_closes_a_glass_that_is_held(glass: Glass, *, held: bool) -> None:
    glass.held = held
    assert glass.close() is not held
    assert glass.isVisible() is held


def test_alt_f4_asks_the_glass_which_stays(glass: Glass) -> None:
    glass.held = True
    QTest.keyClick(glass, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    event = QCloseEvent()
    QGuiApplication.sendEvent(glass, event)
    assert not event.isAccepted()
    assert glass.isVisible()


def test_a_key_that_writes_nothing_is_no_key_for_the_demo() -> None:
    heard: list[str] = []
    glass = Glass(heard.append)
    QTest.keyClick(glass, Qt.Key.Key_Shift)
    QTest.keyClick(glass, Qt.Key.Key_2)
    assert heard == ["2"]
