"""Brings the locked wheels, and unpacks them into a tree: nothing of them runs at that."""

import shutil
import sys
from pathlib import Path
from zipfile import ZipFile

from builder.tool import ask_tool


def bring_wheels(lock: Path, folder: Path) -> list[Path]:
    """Fetch every package of the lock as a wheel, and make one of those few that come as source alone.

    pip refuses a file whose hash the lock does not name.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--use-pep517", "--no-deps", "--wheel-dir", str(folder), "--requirement", str(lock)]
    ask_tool(*command)
    return sorted(folder.glob("*.whl"))


def unpack_wheels(wheels: list[Path], site: Path) -> None:
    """Lay what the wheels hold into a site folder, but for programs on the path, and lists of files that dpkg has."""
    for wheel in wheels:
        with ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if not _is_data(name) and not _is_list(name)]
            archive.extractall(site, names)


def _is_data(name: str) -> bool:
    return name.split("/", 1)[0].endswith(".data")


def _is_list(name: str) -> bool:
    return name.endswith(".dist-info/RECORD")
