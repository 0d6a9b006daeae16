"""Keeps on disk what the screen showed today, so that a cap outlives a power cut."""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.offers.shown_record import ShownRecord
from kiosk.plain_file import read_plain, replace_plain

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


class ShownUnusable(Exception):
    """What lies there says nothing of this screen; the text says why, and nothing of what it says."""


class ShownFile:
    """One file, replaced as a whole: a power cut leaves the old one or the new one.

    It says to whom what was shown, by the pseudonyms that the list of shoppers beside it has as well: of opted-in
    shoppers only, for two days at most, and of none who has withdrawn. So only its owner may read it, and one that is
    of no use is not set aside but gone.
    """

    def __init__(self, folder: Path, store: str, screen: str) -> None:
        self._path = folder / FILE_NAME
        self._store = store
        self._screen = screen

    def load(self) -> ShownRecord | None:
        """What was kept; `None`: nothing that this screen can use. What else there is goes, and the log says so."""
        try:
            return self.read()
        except ShownUnusable as unusable:
            _log.warning("%s %s: caps begin anew", FILE_NAME, unusable)
            self._remove()
            return None

    def read(self) -> ShownRecord | None:
        """What was kept, if anything was; changes nothing. Raises `ShownUnusable`."""
        try:
            content = msgspec.json.decode(read_plain(self._path, LARGEST), type=_Content)
        except FileNotFoundError:
            return None
        except (*JSON_FLAWS, OSError) as error:
            why = f"cannot be used ({type(error).__name__})"
            raise ShownUnusable(why) from error
        if (content.store, content.screen) != (self._store, self._screen):
            why = "is another screen's"
            raise ShownUnusable(why)
        return content.shown

    def save(self, shown: ShownRecord) -> None:
        """Keep it, on disk on return, readable by the owner only.

        Raises `OSError`, and then nothing is kept: what there was before could name who has withdrawn since.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            replace_plain(self._path, msgspec.json.encode(_Content(1, self._store, self._screen, shown)))
        except OSError:
            self._remove()
            raise

    def _remove(self) -> None:
        with suppress(OSError):
            self._path.unlink()
