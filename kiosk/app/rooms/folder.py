"""Makes the room that watches the manager's folder: from its files to the loop, the disk and the next start."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.app.files.loop import FolderLoop, keep_loop
from kiosk.app.givens import Givens
from kiosk.app.loop_source import LoopSource

if TYPE_CHECKING:
    from kiosk.signage.importer import Loop
    from kiosk.signage.watch import FolderWatch


def make_folder(givens: Givens, loop_source: LoopSource) -> "FolderWatch | None":
    """The watch over the folder of the settings; `None`: there is none."""
    settings = givens.settings
    if settings.loop.folder is None:
        return None
    # What reads the files loads a decoder: no burden to a screen without a folder.
    from kiosk.app.rooms.folder_shelf import FolderShelf  # noqa: PLC0415 # as said above
    from kiosk.signage.importer import Importer  # noqa: PLC0415 # as said above
    from kiosk.signage.watch import FolderWatch  # noqa: PLC0415 # as said above

    shelf = FolderShelf(givens.loop_media)

    def take(loop: "Loop") -> None:
        shelf.name(loop.items)
        folder_loop = FolderLoop(loop.items, loop.epoch)
        keep_loop(settings.state.dir, folder_loop)
        loop_source.take_folder(folder_loop)

    importer = Importer(settings.loop.folder, ZoneInfo(settings.store.time_zone), shelf.keep)
    return FolderWatch(settings.loop.folder, importer, take, givens.status)
