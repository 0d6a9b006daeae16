"""Keeps what was learnt over a restart, and over a power cut in the middle of writing it."""

import logging
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.learning.memory import Memory
from kiosk.plain_file import read_plain, replace_plain

FILE_NAME = "learnt.json"
"""In the state folder."""
LARGEST = 64_000_000
"""No file of ours has more bytes."""

_log = logging.getLogger(__name__)


class MemoryFile:
    """One file, replaced as a whole; one that is damaged is set aside as `learnt.json.broken` and begun anew."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def load(self) -> Memory:
        """What was learnt so far; nothing where there is no file, or none that can be read: the log says so."""
        try:
            return msgspec.json.decode(read_plain(self._path, LARGEST), type=Memory)
        except FileNotFoundError:
            return Memory()
        except OSError as error:
            _log.warning("%s cannot be read (%s): learning begins anew", FILE_NAME, os.strerror(error.errno or 0))
        except JSON_FLAWS:
            _log.warning("%s is damaged and was set aside: learning begins anew", FILE_NAME)
            with suppress(OSError):
                self._path.rename(self._path.with_name(f"{FILE_NAME}.broken"))
        return Memory()

    def save(self, memory: Memory) -> None:
        """Keep it, on disk on return, readable by the owner only. Raises `OSError`."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_plain(self._path, msgspec.json.encode(memory))
