"""Keeps what was learnt over a restart, and over a power cut in the middle of writing it."""

import logging
from contextlib import suppress
from pathlib import Path

from kiosk.learning.memory import Memory
from kiosk.state_file import StateFile, StateUnusable

FILE_NAME = "learnt.json"
"""In the state folder."""
LARGEST = 64_000_000
"""No file of ours has more bytes."""

_log = logging.getLogger(__name__)


class MemoryFile:
    """One file; one that cannot be used is set aside as `learnt.json.broken` and begun anew."""

    def __init__(self, folder: Path) -> None:
        self._file = StateFile(folder / FILE_NAME, Memory, LARGEST)

    def load(self) -> Memory:
        """What was learnt so far; nothing where there is no file, or none that can be read: the log says so."""
        try:
            return self._file.read() or Memory()
        except StateUnusable as unusable:
            _log.warning("%s and is set aside: learning begins anew", unusable)
            with suppress(OSError):
                self._file.set_aside()
            return Memory()

    def save(self, memory: Memory) -> None:
        """Keep it, on disk on return. Raises `OSError`."""
        self._file.write(memory)
