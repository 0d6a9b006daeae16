"""The screen's own record of its decisions, a JSON object a line: for replay, and for judging another policy by it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.learning.decision import Decision
from kiosk.line_log import LineLog

FILE_NAME = "decisions.jsonl"
OLDER_NAME = "decisions.older.jsonl"
"""Both in the state folder."""
LARGEST = 8_000_000
"""A file of more bytes than this becomes the older one, whose predecessor goes."""


class DecisionLog:
    """Two files at most; what is written is readable by the owner only."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._log = LineLog(folder / FILE_NAME, folder / OLDER_NAME, largest)

    def write(self, decision: Decision) -> None:
        """Add it; a power cut may take the last ones. Raises `OSError`."""
        self._log.add(msgspec.json.encode(decision), is_durable=False)


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
