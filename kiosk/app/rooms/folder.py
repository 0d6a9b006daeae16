"""Wires the manager's folder: from its files to the loop, to the disk, and to the next start."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.app.files.loop import FolderLoop, keep_loop
from kiosk.app.givens import Givens
from kiosk.app.loop_source import LoopSource
from kiosk.app.rooms.folder_shelf import FolderShelf
from kiosk.signage.importer import Importer, Loop
from kiosk.signage.watch import FolderWatch


def open_folder(folder: Path, givens: Givens, loop_source: LoopSource) -> Callable[[], None]:
    """Watch the folder; the answer ends it. Import it late: it loads a decoder."""
    settings = givens.settings
    shelf = FolderShelf(givens.loop_media)

    def take(loop: Loop) -> None:
        shelf.name(loop.items)
        folder_loop = FolderLoop(loop.items, loop.epoch)
        keep_loop(settings.state.dir, folder_loop)
        loop_source.take_folder(folder_loop)

    importer = Importer(folder, ZoneInfo(settings.store.time_zone), shelf.keep)
    watch = FolderWatch(folder, importer, take, givens.status)
    watch.start()
    return watch.stop
