from typing import Literal

import pytest
from PySide6.QtGui import QInputDevice
from PySide6.QtTest import QTest

from kiosk.screen.display.touch_screen import is_touch_wanted


@pytest.mark.parametrize(("wanted", "is_wanted"), [("on", True), ("off", False)])
def test_what_the_setting_says_counts(wanted: Literal["on", "off"], *, is_wanted: bool) -> None:
    assert is_touch_wanted(wanted) is is_wanted


@pytest.mark.usefixtures("application")
def test_else_it_depends_on_the_display() -> None:
    touch_screen = QInputDevice.DeviceType.TouchScreen
    assert is_touch_wanted("auto") == any(device.type() == touch_screen for device in QInputDevice.devices())
    device = QTest.createTouchDevice(touch_screen)
    assert device.type() == touch_screen
    assert is_touch_wanted("auto")
