"""Keeps what hangs on the board, so that a screen which starts while the broker is away still says it."""

import logging
import os
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.core.bulletin import Board, Bulletin
from kiosk.fleet.notice_message import NoticeMessage
from kiosk.plain_file import read_plain, replace_plain

FILE_NAME = "notices.json"
"""In the state folder."""
LARGEST = 1_000_000
"""No file of ours has more bytes: two notices as large as a message may be."""

_log = logging.getLogger(__name__)


class _Content(Struct, frozen=True):
    """The notices as they could have been heard, so that what is read from disk passes the same checks."""

    store: str
    shared: NoticeMessage | None
    own: NoticeMessage | None


class NoticeFile:
    """One file, replaced as a whole: a power cut leaves the old board or the new one."""

    def __init__(self, folder: Path, store: str) -> None:
        self._path = folder / FILE_NAME
        self._store = store

    def load(self) -> Board:
        """What hung there; an empty board where nothing was kept for this store, or nothing that can be read."""
        try:
            content = msgspec.json.decode(read_plain(self._path, LARGEST), type=_Content)
        except FileNotFoundError:
            return Board()
        except (*JSON_FLAWS, OSError) as error:
            _log.warning("%s cannot be read (%s): the board is empty", FILE_NAME, type(error).__name__)
            return Board()
        return Board(_read(content.shared), _read(content.own)) if content.store == self._store else Board()

    def save(self, board: Board) -> None:
        """Keep it, on disk on return, readable by the owner only; where that fails the log says so."""
        content = _Content(self._store, _write(board.store), _write(board.own))
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_plain(self._path, msgspec.json.encode(content))
        except OSError as error:
            _log.warning("the board could not be kept (%s)", os.strerror(error.errno or 0))


def _read(notice: NoticeMessage | None) -> Bulletin | None:
    return notice.as_bulletin() if notice else None


def _write(bulletin: Bulletin | None) -> NoticeMessage | None:
    if bulletin is None:
        return None
    text = bulletin.texts.get("") or bulletin.texts
    return NoticeMessage(text=text, level=bulletin.level, until=bulletin.until)
