"""How the compositor is started, by the drivers of the displays that a machine has."""

from pathlib import Path

import pytest
from builder.tool import ask_tool

from tests.packaging.programs import FILES


def start(folder: Path, *drivers: str) -> str:
    """What the compositor is started with, on a machine whose displays have these drivers."""
    (folder / "bin").mkdir()
    cage = folder / "bin/cage"
    cage.write_text('#!/bin/sh\necho "${WLR_RENDERER:-its own} $*"\n')
    cage.chmod(0o755)
    for number, driver in enumerate(drivers):
        device = folder / f"drm/card{number}/device"
        device.mkdir(parents=True)
        (device / "driver").symlink_to(f"/sys/bus/pci/drivers/{driver}")
    script = str(FILES / "usr/lib/vitrine-appliance/compositor")
    return ask_tool(
        "sh", script, "kiosk", "run", PATH=f"{folder / 'bin'}:/usr/bin:/bin", DRM=str(folder / "drm")
    ).strip()


@pytest.mark.parametrize(
    "drivers", [["virtio-pci"], ["ast"], ["simple-framebuffer"], ["virtio_gpu", "bochs-drm"]], ids=str
)
def test_displays_without_3d_are_drawn_by_the_processor(tmp_path: Path, drivers: list[str]) -> None:
    assert start(tmp_path, *drivers) == "pixman -- kiosk run"


@pytest.mark.parametrize("drivers", [["i915"], ["amdgpu"], ["ast", "i915"], ["i915", "virtio_gpu"]], ids=str)
def test_a_machine_with_a_graphics_chip_uses_it(tmp_path: Path, drivers: list[str]) -> None:
    assert start(tmp_path, *drivers) == "its own -- kiosk run"
