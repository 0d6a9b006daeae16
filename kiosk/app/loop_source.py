"""Makes one loop of what the catalogue and the manager's folder want to play."""

from collections.abc import Callable
from threading import Lock

from msgspec.structs import replace

from kiosk.app.files.loop import NO_LOOP, FolderLoop, recall_loop
from kiosk.app.givens import Givens
from kiosk.contract.playlist import Item
from kiosk.core.events import CatalogueChanged, Event
from kiosk.loyalty.playable import list_item_media
from kiosk.loyalty.recall import recall_catalogue


class LoopSource:
    """Passes events on, the catalogue's with the folder's items in its loop. Safe to use from any thread.

    The folder's items follow the catalogue's, or with `replaces` take their place as long as there are any. Where
    `is_shelf`, prices take the place of them all, but for what passes beside them.
    """

    def __init__(
        self,
        catalogue: CatalogueChanged,
        folder: FolderLoop = NO_LOOP,
        *,
        replaces: bool = False,
        is_shelf: bool = False,
    ) -> None:
        self._post: Callable[[Event], None] = lambda _event: None
        self._catalogue = catalogue
        self._folder = folder
        self._replaces = replaces
        self._is_shelf = is_shelf
        self._lock = Lock()

    def open(self, post: Callable[[Event], None]) -> None:
        """From now on events go there, and first of all how things stand."""
        with self._lock:
            self._post = post
            post(self.state())

    def post(self, event: Event) -> None:
        """Something happened."""
        if not isinstance(event, CatalogueChanged):
            self._post(event)
            return
        with self._lock:
            self._catalogue = event
            self._post(self.state())

    def take_folder(self, folder: FolderLoop) -> None:
        """The folder gives this to play now."""
        with self._lock:
            self._folder = folder
            self._post(self.state())

    def drop_file(self, sha256: str) -> None:
        """It cannot be shown: what needs it plays no more, until the folder or the catalogue brings it again."""
        with self._lock:
            items, playlist = self._folder.items, self._catalogue.playlist
            kept, played = _do_without(items, sha256), _do_without(playlist, sha256)
            if (kept, played) != (items, playlist):
                self._folder = replace(self._folder, items=kept)
                self._catalogue = replace(self._catalogue, playlist=played)
                self._post(self.state())

    def state(self) -> CatalogueChanged:
        """Offers and loop as they are."""
        told = self._join()
        if self._is_shelf:
            return replace(told, playlist=tuple(item for item in told.playlist if item.kind == "ticker"))
        return told

    def _join(self) -> CatalogueChanged:
        catalogue, folder = self._catalogue, self._folder
        if self._replaces and folder.items:
            return replace(catalogue, playlist=folder.items, epoch=folder.epoch)
        return replace(catalogue, playlist=catalogue.playlist + folder.items, epoch=catalogue.epoch or folder.epoch)


def recall_loop_source(givens: Givens) -> LoopSource:
    """The loop as the disk remembers it, with what of it can be shown."""
    loop = givens.settings.loop
    recalled = recall_loop(givens.settings.state.dir) if loop.folder else NO_LOOP
    items = tuple(item for item in recalled.items if all(map(givens.loop_media.path_of, list_item_media(item))))
    catalogue = recall_catalogue(givens.remembered, givens.media)
    is_shelf = givens.settings.shelf.is_there
    return LoopSource(catalogue, FolderLoop(items, recalled.epoch), replaces=loop.replaces, is_shelf=is_shelf)


def _do_without(items: tuple[Item, ...], sha256: str) -> tuple[Item, ...]:
    return tuple(item for item in items if all(ref.sha256 != sha256 for ref in list_item_media(item)))
