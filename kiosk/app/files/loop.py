"""The last good loop of the folder on disk: a start without the stick or the share shows what was shown before."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.playlist import Item
from kiosk.plain_file import read_plain, replace_plain

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
        return msgspec.json.decode(read_plain(state / FILE_NAME, LARGEST), type=FolderLoop)
    except (*JSON_FLAWS, OSError):
        return NO_LOOP


def keep_loop(state: Path, loop: FolderLoop) -> None:
    """Keep this loop and no other. A disk that does not take it costs the next start its first pictures, no more."""
    with suppress(OSError):
        replace_plain(state / FILE_NAME, msgspec.json.encode(loop))
