"""Whether the glass can be touched at all."""

from typing import Literal

from PySide6.QtGui import QInputDevice


def is_touch_wanted(wanted: Literal["auto", "on", "off"]) -> bool:
    """Whether to offer touch; `auto`: where Qt knows a touch screen. Needs the application."""
    return wanted == "on" or (wanted == "auto" and _has_touch_screen())


def _has_touch_screen() -> bool:
    kinds = {device.type() for device in QInputDevice.devices()}
    return QInputDevice.DeviceType.TouchScreen in kinds
