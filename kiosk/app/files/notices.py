"""Keeps what hangs on the board, so that a screen which starts while the broker is away still says it."""

import logging
from pathlib import Path

from msgspec import Struct

from kiosk.core.notice.bulletin import Board, Bulletin
from kiosk.fleet.notice_message import NoticeMessage
from kiosk.state_file import StateFile, StateUnusable

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
    """One file of what hangs on the board of this store."""

    def __init__(self, folder: Path, store: str) -> None:
        self._file = StateFile(folder / FILE_NAME, _Content, LARGEST)
        self._store = store

    def load(self) -> Board:
        """What hung there; an empty board where nothing was kept for this store, or nothing that can be read."""
        try:
            content = self._file.read()
        except StateUnusable as unusable:
            _log.warning("%s: the board is empty", unusable)
            return Board()
        is_ours = content and content.store == self._store
        return Board(_read(content.shared), _read(content.own)) if content and is_ours else Board()

    def save(self, board: Board) -> None:
        """Keep it, on disk on return. Raises `OSError`."""
        self._file.write(_Content(self._store, _write(board.store), _write(board.own)))


def _read(notice: NoticeMessage | None) -> Bulletin | None:
    return notice.as_bulletin() if notice else None


def _write(bulletin: Bulletin | None) -> NoticeMessage | None:
    if bulletin is None:
        return None
    text = bulletin.texts.get("") or bulletin.texts
    return NoticeMessage(text=text, level=bulletin.level, until=bulletin.until)
