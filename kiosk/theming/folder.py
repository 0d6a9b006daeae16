"""Reads a theme that is a folder: plain files only, each opened once and never through a link."""

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kiosk.theming.bundle import Intake
from kiosk.theming.file_names import DEEPEST

MOST_ENTRIES = 1024
"""Of all folders together: what is looked at, hidden files and folders counted, too."""


def read_folder(folder: Path, intake: Intake) -> None:
    """Put the folder's files into the intake. Raises `OSError` where the folder cannot be listed.

    What editors and desktops leave behind (`.hidden`, `backup~`) is no part of the theme.
    """
    for number, path in enumerate(_walk(folder, DEEPEST)):
        if number >= MOST_ENTRIES:
            intake.refuse("", f"more than {MOST_ENTRIES} entries")
            return
        name = path.relative_to(folder).as_posix()
        why = _object_to_kind(path)
        if why:
            intake.refuse(name, why)
        elif not path.is_dir():
            _read_into(intake, path, name)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """Every entry below, in order of the names; nothing below a link is looked at."""
    for path in sorted(islice(folder.iterdir(), MOST_ENTRIES + 1)):
        if path.name.startswith(".") or path.name.endswith("~"):
            continue
        yield path
        if depth > 0 and not path.is_symlink() and path.is_dir():
            yield from _walk(path, depth - 1)


def _object_to_kind(path: Path) -> str | None:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return "a theme may not contain links"
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return "a theme may contain plain files only, no device, pipe or socket"
    return None


def _read_into(intake: Intake, path: Path, name: str) -> None:
    limit = intake.admit(name)
    if limit is None:
        return
    # Were it replaced since it was looked at, a link would not be followed and a pipe would not be waited for.
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        intake.take(name, file.read(limit + 1))
