"""Which renderer draws: graphics hardware where there is any, else Qt's software one, which needs none."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

Renderer = Literal["software", "hardware"]

DEVICES = Path("/dev/dri")
WITHOUT_DISPLAY = "offscreen"


def choose_platform(env: Mapping[str, str]) -> str:
    """The Qt platform that will be used; empty: Qt's own choice, X11."""
    if env.get("QT_QPA_PLATFORM"):
        return env["QT_QPA_PLATFORM"].partition(":")[0]
    if env.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "" if env.get("DISPLAY") else WITHOUT_DISPLAY


def choose_renderer(
    wanted: Literal["auto", "software", "hardware"], platform: str, devices: Path = DEVICES
) -> Renderer:
    """The renderer for this platform.

    Never the software one under Wayland: it repaints only what changes, and the first configure leaves the rest black.
    """
    if wanted == "hardware" or platform.startswith(("wayland", "eglfs")):
        return "hardware"
    if wanted == "software" or platform == WITHOUT_DISPLAY:
        return "software"
    return "hardware" if any(devices.glob("renderD*")) else "software"
