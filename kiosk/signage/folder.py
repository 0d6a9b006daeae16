"""What lies in the manager's folder: plain files only, each with what tells that it has changed."""

import os
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from msgspec import Struct

from kiosk.signage.listing import MOST_ITEMS, Refusal, refuse

CLUTTER = frozenset({
    "$recycle.bin", "__macosx", "desktop.ini", "ehthumbs.db", "icon\r", "lost+found", "system volume information",
    "thumbs.db",
})  # fmt: skip # as a list it reads at a glance
"""What systems leave in any folder and on any stick, in lower case; nobody wants to hear of it."""
LONGEST_NAME = 110
"""In characters: an item's id holds the name and is bounded itself."""


class Stamp(Struct, frozen=True):
    """A file's size in bytes and the time of its last change: while it is being copied, one of them moves."""

    size: int
    changed_ns: int


class Contents(Struct, frozen=True):
    """The files by name, and what is left out."""

    files: dict[str, Stamp]
    refusals: tuple[Refusal, ...] = ()


def list_contents(folder: Path) -> Contents:
    """All plain files of the folder itself. Raises `OSError` where it cannot be read.

    Hidden files and clutter are no one's wish; links are not followed, for they could lead anywhere.
    """
    files: dict[str, Stamp] = {}
    refusals: list[Refusal] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith(".") or entry.name.lower() in CLUTTER:
                continue
            about = entry.stat(follow_symlinks=False)
            reason = _find_reason(entry.name, about.st_mode, len(files))
            if reason:
                refusals.append(refuse(entry.name, reason))
            else:
                files[entry.name] = Stamp(about.st_size, about.st_mtime_ns)
    return Contents(files, tuple(refusals[:MOST_ITEMS]))


def _find_reason(name: str, mode: int, files: int) -> str | None:
    if S_ISLNK(mode):
        return "a link: only files of the folder itself are shown"
    if S_ISDIR(mode):
        return "a folder: only files of the folder itself are shown"
    if not S_ISREG(mode):
        return "no file"
    if len(name) > LONGEST_NAME or not name.isprintable():
        return f"its name has odd characters or more than {LONGEST_NAME}"
    return f"one too many: a loop takes {MOST_ITEMS}" if files >= MOST_ITEMS else None
