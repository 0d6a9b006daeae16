"""The one way in which the state folder keeps what goes on without end: lines in two files, the older of which goes."""

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.plain_file import open_plain


class LineLog:
    """A file of more than `largest` bytes becomes the older one, whose predecessor goes.

    What is written is readable by the owner only; half a line that a power cut left takes no other along.
    """

    def __init__(self, path: Path, older: Path, largest: int) -> None:
        self._path = path
        self._older = older
        self._largest = largest

    def add(self, line: bytes, *, is_durable: bool) -> None:
        """Write it, and with `is_durable` have it on disk on return. Raises `OSError`."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(open_plain(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND), "rb+") as file:
            end = file.seek(0, os.SEEK_END)
            if end and os.pread(file.fileno(), 1, end - 1) != b"\n":
                file.write(b"\n")
            file.write(line + b"\n")
            file.flush()
            if is_durable:
                os.fsync(file.fileno())
            is_full = file.tell() > self._largest
        if is_full:
            self._path.rename(self._older)

    def read(self) -> Iterator[bytes]:
        """All lines that are there, the oldest first. Raises `OSError`."""
        for path in (self._older, self._path):
            if path.exists():
                with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as lines:
                    yield from lines
