"""The store of the folder's files: such as the catalogue's, with a room of its own, so that neither starves another."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kiosk.app.media_trial import find_decoding_flaw
from kiosk.contract.offer import MediaRef
from kiosk.contract.playlist import Item
from kiosk.loyalty.failure import MediaRefused
from kiosk.loyalty.media import Kind, Media
from kiosk.loyalty.picture import find_picture_flaw
from kiosk.loyalty.playable import list_item_media
from kiosk.signage.media_file import find_content_flaw, is_video, open_file

_CHUNK = 1 << 20


class _Flawed(Exception):
    """The bytes may not be shown; its text says why."""


class FolderShelf:
    """Keeps files; what the loop names stays. All methods belong to one thread."""

    def __init__(self, media: Media) -> None:
        self._media = media
        self._named: set[str] = set()

    def name(self, items: tuple[Item, ...]) -> None:
        """The loop is this now: what only an earlier one named may go when room is needed."""
        self._named = {ref.sha256 for item in items for ref in list_item_media(item)}

    def keep(self, ref: MediaRef, path: Path) -> str | None:
        """Have a file's bytes, on return for good. The answer says why not."""
        self._named.add(ref.sha256)
        if self._media.is_sound(ref):
            self._media.touch(ref)
            return None
        self._media.drop(ref)
        try:
            self._media.make_room(ref.bytes, self._named)
            kind: Kind = "video" if is_video(path.name) else "image"
            self._media.fetch(ref, kind, lambda _url, _limit: _read(path), lambda part, kind: _check(part, kind, path))
        except MediaRefused as refused:
            return refused.flaw
        except _Flawed as flawed:
            return str(flawed)
        return None


def _read(path: Path) -> Iterator[bytes]:
    with open_file(path) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _check(part: Path, kind: Kind, path: Path) -> None:
    flaw = find_content_flaw(part, partial(find_picture_flaw, whole=True), path.name)
    flaw = flaw or find_decoding_flaw(part, kind)
    if flaw:
        raise _Flawed(flaw)
