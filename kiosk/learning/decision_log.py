"""The screen's own record of its decisions, a JSON object a line: for replay, and for judging another policy by it."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.learning.decision import Decision
from kiosk.plain_file import open_plain

FILE_NAME = "decisions.jsonl"
OLDER_NAME = "decisions.older.jsonl"
"""Both in the state folder."""
LARGEST = 8_000_000
"""A file of more bytes than this becomes the older one, whose predecessor goes."""


class DecisionLog:
    """Two files at most; what is written is readable by the owner only."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._path = folder / FILE_NAME
        self._older = folder / OLDER_NAME
        self._largest = largest

    def write(self, decision: Decision) -> None:
        """Add it. Raises `OSError`."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(open_plain(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), "ab") as file:
            file.write(msgspec.json.encode(decision) + b"\n")
            is_full = file.tell() > self._largest
        if is_full:
            self._path.rename(self._older)


def read_decisions(path: Path) -> Iterator[Decision | None]:
    """Each line's decision; `None`: the line holds none. Raises `OSError`."""
    with path.open("rb") as lines:
        for line in lines:
            yield _parse_line(line)


def _parse_line(line: bytes) -> Decision | None:
    try:
        return msgspec.json.decode(line, type=Decision)
    except JSON_FLAWS:
        return None
