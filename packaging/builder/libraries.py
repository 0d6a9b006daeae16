"""Shared libraries: which of them a file asks for, and so what is kept of Qt; and how they are made small."""

import re
from collections.abc import Iterable
from pathlib import Path

from builder.tool import ask_tool

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def list_needed(file: Path) -> list[str]:
    """The names of the libraries that the dynamic section asks for. Source of the format: readelf(1) of binutils."""
    return _NEEDED.findall(ask_tool("readelf", "--dynamic", "--wide", str(file)))


def follow_needed(files: Iterable[Path], folder: Path) -> set[Path]:
    """These files, and of the libraries in the folder all that they ask for, over however many steps."""
    kept: set[Path] = set()
    due = list(files)
    while due:
        file = due.pop()
        if file not in kept:
            kept.add(file)
            due += [folder / name for name in list_needed(file) if (folder / name).is_file()]
    return kept


def strip_modules(folder: Path) -> None:
    """Take from Python's modules below the folder the names that only a debugger reads.

    The libraries beside them were patched after they were linked, and strip breaks those: FFmpeg's decode nothing then.
    """
    for file in sorted([*folder.rglob("*.abi3.so"), *folder.rglob("*.cpython-*.so")]):
        file.chmod(0o755)
        ask_tool("strip", "--strip-unneeded", str(file))
