from pathlib import Path
from typing import Literal

import pytest

from kiosk.screen.display.renderer import choose_platform, choose_renderer


@pytest.mark.parametrize(
    ("env", "platform"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":0"}, ""),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wayland"),
        ({"QT_QPA_PLATFORM": "eglfs:x=1", "DISPLAY": ":0"}, "eglfs"),
    ],
)
def test_the_platform_is_the_one_that_this_machine_has(env: dict[str, str], platform: str) -> None:
    assert choose_platform(env) == platform


@pytest.mark.parametrize(
    ("wanted", "platform", "has_device", "renderer"),
    [
        ("auto", "", True, "hardware"),
        ("auto", "", False, "software"),
        ("auto", "offscreen", True, "software"),
        ("auto", "wayland", False, "hardware"),
        ("software", "wayland-egl", False, "hardware"),
        ("software", "", True, "software"),
        ("hardware", "", False, "hardware"),
        ("auto", "eglfs", False, "hardware"),
    ],
)
def test_the_software_renderer_draws_where_there_is_no_hardware_but_never_under_wayland(
    tmp_path: Path,
    wanted: Literal["auto", "software", "hardware"],
    platform: str,
    *,
    has_device: bool,
    renderer: str,
) -> None:
    if has_device:
        (tmp_path / "renderD128").touch()
    assert choose_renderer(wanted, platform, tmp_path) == renderer
