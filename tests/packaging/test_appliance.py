"""What makes a machine a screen and nothing else: plain files, held to what the screen's own code knows."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.nfc.diagnose import READERS, RIVALS
from tests.checks.tree import ROOT
from tests.packaging.programs import FILES, load_program

KEYS_OUT = ("ctrl-alt-del.target", "getty@.service", "autovt@.service")


def read_lines(place: str) -> list[str]:
    lines = (FILES / place).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.fixture(scope="module")
def safe_screen() -> ModuleType:
    return load_program("safe_screen")


def test_the_screens_group_may_open_every_reader_that_it_can_drive() -> None:
    rules = read_lines("usr/lib/udev/rules.d/60-vitrine-nfc.rules")
    wanted = [
        f'SUBSYSTEM=="usb", ATTR{{idVendor}}=="{vendor}", ATTR{{idProduct}}=="{product}", GROUP="vitrine", MODE="0660"'
        for vendor, product in (one.split(":") for one in READERS)
    ]

    assert rules == wanted


def test_every_kernel_driver_that_would_take_a_reader_is_kept_out() -> None:
    assert read_lines("usr/lib/modprobe.d/vitrine-nfc.conf") == [f"blacklist {name}" for name in RIVALS]


@pytest.mark.parametrize("unit", KEYS_OUT)
def test_what_a_key_would_start_is_masked(unit: str) -> None:
    assert (FILES / "etc/systemd/system" / unit).readlink() == Path("/dev/null")


def test_there_is_no_console_to_switch_to_and_no_key_of_the_kernels() -> None:
    assert {"NAutoVTs=0", "ReserveVT=0"} <= set(read_lines("usr/lib/systemd/logind.conf.d/60-vitrine.conf"))
    assert read_lines("usr/lib/sysctl.d/60-vitrine.conf") == ["kernel.sysrq = 0"]


@pytest.mark.parametrize("size", [(640, 360), (360, 640)])
def test_the_still_picture_fills_the_display_however_it_hangs(safe_screen: ModuleType, size: tuple[int, int]) -> None:
    glass = QImage(*size, QImage.Format.Format_RGB32)
    picture = QImage(160, 90, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    safe_screen.paint_still(glass, picture)

    corners = [(x, y) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]
    assert {glass.pixelColor(x, y).name() for x, y in corners} == {QColor("teal").name()}


def test_without_its_picture_the_still_is_a_calm_colour(safe_screen: ModuleType) -> None:
    glass = QImage(64, 36, QImage.Format.Format_RGB32)
    safe_screen.paint_still(glass, QImage())

    assert glass.pixelColor(32, 18) == safe_screen.GROUND


def test_the_still_picture_is_one_that_ships_with_the_screen(
    safe_screen: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", "/prefix")
    inside = safe_screen.find_picture().relative_to("/prefix/share/vitrine-kiosk")

    assert not QImage(str(ROOT / inside)).isNull()
