"""The play log on disk: JSON lines in two files at most, the older of which goes when both are full."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.line_log import LineLog
from kiosk.playlog.entry import Entry

FILE_NAME = "plays.jsonl"
OLDER_NAME = "plays.older.jsonl"
"""Both in the state folder."""
LARGEST = 8_000_000
"""A file of more bytes than this becomes the older one, whose predecessor goes."""


class Journal:
    """What is written is readable by the owner only; half a line that a power cut left is skipped."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._log = LineLog(folder / FILE_NAME, folder / OLDER_NAME, largest)

    def write(self, entry: Entry) -> None:
        """Add it, on disk on return. Raises `OSError`."""
        self._log.add(msgspec.json.encode(entry), is_durable=True)

    def read(self) -> Iterator[Entry]:
        """All that is there, the oldest first. Raises `OSError`."""
        for line in self._log.read():
            try:
                entry: Entry = msgspec.json.decode(line, type=Entry)
            except JSON_FLAWS:
                continue
            yield entry
