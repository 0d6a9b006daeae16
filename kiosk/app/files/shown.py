"""Keeps on disk what the screen showed today, so that a cap outlives a power cut."""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kiosk.offers.shown_record import ShownRecord
from kiosk.state_file import StateFile, StateUnusable

FILE_NAME = "shown.json"
"""In the state folder."""
LARGEST = 16_000_000
"""No file of ours has more bytes: as much as a record may hold comes to two million, with ids of usual length."""

_log = logging.getLogger(__name__)


class _Content(Struct, frozen=True):
    version: Literal[1]
    store: str
    screen: str
    shown: ShownRecord


class ShownFile:
    """One file of this screen.

    It says to whom what was shown, by the pseudonyms that the list of shoppers beside it has as well: of opted-in
    shoppers only, for two days at most, and of none who has withdrawn. So only its owner may read it, and one that is
    of no use is not set aside but gone.
    """

    def __init__(self, folder: Path, store: str, screen: str) -> None:
        self._file = StateFile(folder / FILE_NAME, _Content, LARGEST)
        self._store = store
        self._screen = screen

    def load(self) -> ShownRecord | None:
        """What was kept; `None`: nothing that this screen can use. What else there is goes, and the log says so."""
        try:
            return self.read()
        except StateUnusable as unusable:
            _log.warning("%s: caps begin anew", unusable)
            self._remove()
            return None

    def read(self) -> ShownRecord | None:
        """What was kept, if anything was; changes nothing. Raises `StateUnusable`."""
        content = self._file.read()
        if content is None:
            return None
        if (content.store, content.screen) != (self._store, self._screen):
            why = f"{FILE_NAME} is another screen's"
            raise StateUnusable(why)
        return content.shown

    def save(self, shown: ShownRecord) -> None:
        """Keep it, on disk on return.

        Raises `OSError`, and then nothing is kept: what there was before could name who has withdrawn since.
        """
        try:
            self._file.write(_Content(1, self._store, self._screen, shown))
        except OSError:
            self._remove()
            raise

    def _remove(self) -> None:
        with suppress(OSError):
            self._file.remove()
