"""The play log on disk: JSON lines in two files at most, the older of which goes when both are full."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.plain_file import open_plain
from kiosk.playlog.entry import Entry

FILE_NAME = "plays.jsonl"
OLDER_NAME = "plays.older.jsonl"
"""Both in the state folder."""
LARGEST = 8_000_000
"""A file of more bytes than this becomes the older one, whose predecessor goes."""


class Journal:
    """What is written is readable by the owner only; half a line that a power cut left is skipped."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._path = folder / FILE_NAME
        self._older = folder / OLDER_NAME
        self._largest = largest

    def write(self, entry: Entry) -> None:
        """Add it, on disk on return. Raises `OSError`."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(open_plain(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND), "rb+") as file:
            end = file.seek(0, os.SEEK_END)
            if end and os.pread(file.fileno(), 1, end - 1) != b"\n":
                file.write(b"\n")
            file.write(msgspec.json.encode(entry) + b"\n")
            file.flush()
            os.fsync(file.fileno())
            is_full = file.tell() > self._largest
        if is_full:
            self._path.rename(self._older)

    def read(self) -> Iterator[Entry]:
        """All that is there, the oldest first. Raises `OSError`."""
        for path in (self._older, self._path):
            if path.exists():
                yield from _read_lines(path)


def _read_lines(path: Path) -> Iterator[Entry]:
    with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as lines:
        for line in lines:
            try:
                entry: Entry = msgspec.json.decode(line, type=Entry)
            except JSON_FLAWS:
                continue
            yield entry
