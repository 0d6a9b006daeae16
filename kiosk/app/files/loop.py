"""The last good loop of the folder on disk: a start without the stick or the share shows what was shown before."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from kiosk.contract.playlist import Item
from kiosk.state_file import StateFile, StateUnusable

FILE_NAME = "loop.json"
LARGEST = 16_000_000
"""No file of ours has more bytes."""


class FolderLoop(Struct, frozen=True):
    """Items whose pictures are kept, and when their cycle began on screens that keep step."""

    items: tuple[Item, ...] = ()
    epoch: datetime | None = None


NO_LOOP = FolderLoop()


def recall_loop(state: Path) -> FolderLoop:
    """What was kept in this state folder; what is missing or damaged was nothing: the next look makes it anew."""
    try:
        return _open(state).read() or NO_LOOP
    except StateUnusable:
        return NO_LOOP


def keep_loop(state: Path, loop: FolderLoop) -> None:
    """Keep this loop and no other. A disk that does not take it costs the next start its first pictures, no more."""
    with suppress(OSError):
        _open(state).write(loop)


def _open(state: Path) -> StateFile[FolderLoop]:
    return StateFile(state / FILE_NAME, FolderLoop, LARGEST)
