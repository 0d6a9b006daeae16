import os
import shutil
from pathlib import Path

import pytest
from builder.archive import pack, write_control
from builder.release import Release
from builder.stage import Stage, lay_overlay
from builder.tool import ask_tool

from tests.checks.tree import ROOT

EPOCH = 1_000_000_000

needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not installed")


def make_package(folder: Path, umask: int) -> Path:
    """The appliance, which is files alone, made anew in this folder."""
    before = os.umask(umask)
    stage = Stage("vitrine-appliance", "1.0+deb12", Release("12", "amd64", "3.11"), folder / "stage", ROOT)
    stage.root.mkdir(parents=True)
    lay_overlay(stage)
    write_control(stage, "", "")
    package = pack(stage, folder, EPOCH)
    os.umask(before)
    return package


@needs_dpkg
def test_two_builds_are_the_same_bytes_whoever_makes_them(tmp_path: Path) -> None:
    first = make_package(tmp_path / "a", 0o022)
    second = make_package(tmp_path / "b", 0o077)

    assert first.read_bytes() == second.read_bytes()


@needs_dpkg
def test_everything_belongs_to_root_and_nothing_is_left_to_fill_in(tmp_path: Path) -> None:
    package = make_package(tmp_path, 0o022)
    owners = {line.split()[1] for line in ask_tool("dpkg-deb", "--contents", str(package)).splitlines()}
    control = ask_tool("dpkg-deb", "--field", str(package))

    assert owners == {"root/root"}
    assert "Depends: vitrine-kiosk (= 1.0+deb12)" in control
    assert "@" not in control.replace("vitrine@localhost", "")
