"""Decoded pictures, ready before they are needed: an event must never wait for a decoder."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader

from kiosk.contract.picture_size import is_showable_shape
from kiosk.screen.images.avif import is_avif, unpack_avif
from kiosk.screen.images.backdrop import Backdrop, lay_veil, study_backdrop
from kiosk.screen.images.mount import Mount, choose_cut, fit_whole, mount_picture

MOST_PIXELS = 40_000_000
"""An image bomb is refused by its header, and by Qt where it would take much memory (`display/application.py`)."""

BUDGET_BYTES = 128 * 1024 * 1024
"""About fifteen pictures at 1920x1080: each takes 8.3 MB."""

WHOLE = "whole-"
"""Begins the key of a poster, which is shown whole; any other picture is cut to the shelf's mount."""

Refused = Callable[[str], None]
"""Hears on any thread the key of what is no picture that can be shown."""

Result = TypeVar("Result")

_logger = logging.getLogger(__name__)


class Picture(Struct, frozen=True):
    """A picture at the display's size, and what text on it needs."""

    full: QImage
    backdrop: Backdrop

    @property
    def bytes(self) -> int:
        """The memory that it takes."""
        return self.full.sizeInBytes()


class PictureShelf:
    """A bounded shelf of decoded pictures by key; the least recently used one makes room.

    `mount` says how they are put on the glass. Safe to use from any thread.
    """

    def __init__(
        self,
        mount: Mount,
        inks: tuple[QColor, QColor],
        budget: int = BUDGET_BYTES,
        on_refused: Refused = lambda _key: None,
    ) -> None:
        self.mount = mount
        self._inks = inks
        self._budget = budget
        self._on_refused = on_refused
        self._pictures: OrderedDict[str, Picture] = OrderedDict()
        self._painters: dict[str, Callable[[], QImage]] = {}
        self._painted: dict[str, Picture] = {}
        self._lock = Lock()
        self._decoder = ThreadPoolExecutor(1, thread_name_prefix="decode")

    def prepare(self, wanted: Iterable[tuple[str, Path]]) -> Future[None]:
        """Decode these off the calling thread, the first ones first, as many as have room."""
        return self._decoder.submit(self._fill, list(wanted))

    def take(self, key: str, path: Path) -> Picture | None:
        """The picture; decoded on the spot if it was not prepared: late is better than another offer's picture.

        `None`: the file is no picture that can be shown.
        """
        return self.find(key) or self._decode(key, path)

    def find(self, key: str) -> Picture | None:
        """The picture if it is on the shelf."""
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
            found = self._pictures.get(key) or self._painted.get(key)
        if found is None and key in self._painters:
            found = self._painted[key] = self._study(self._painters[key](), veiled=not self.mount.framed)
        return found

    def pin(self, key: str, paint: Callable[[], QImage]) -> None:
        """Have a picture of the display's size always at hand; it is painted when it is first asked for."""
        self._painters[key] = paint

    def run(self, task: Callable[[], Result]) -> Future[Result]:
        """Do something else off the calling thread, in turn with the decoding."""
        return self._decoder.submit(task)

    def _study(self, full: QImage, *, veiled: bool) -> Picture:
        backdrop = study_backdrop(full, self._inks, self.mount.calm)
        if veiled:
            lay_veil(full, backdrop)
        return Picture(full, backdrop)

    def _put(self, key: str, picture: Picture) -> Picture:
        with self._lock:
            self._pictures[key] = picture
            while self._weigh() > self._budget and len(self._pictures) > 1:
                self._pictures.popitem(last=False)
        return picture

    def close(self) -> None:
        """Drop the pictures and what waits to be decoded, and end the decoder's thread."""
        self._decoder.shutdown(cancel_futures=True)
        with self._lock:
            self._pictures.clear()
            self._painted.clear()

    def retire(self) -> None:
        """As `close`, without waiting for what is being decoded."""
        self._decoder.shutdown(wait=False, cancel_futures=True)

    def _fill(self, wanted: list[tuple[str, Path]]) -> None:
        room = self._budget
        for key, path in wanted:
            picture = self.take(key, path)
            room -= picture.bytes if picture else 0
            if picture and room < picture.bytes:
                return

    def _decode(self, key: str, path: Path) -> Picture | None:
        is_poster = key.startswith(WHOLE)
        picture = read_picture(path, self.mount, whole=is_poster)
        if picture is None:
            self._on_refused(key.removeprefix(WHOLE))
            return None
        return self._put(key, self._study(picture, veiled=not (is_poster or self.mount.framed)))

    def _weigh(self) -> int:
        return sum(picture.bytes for picture in self._pictures.values())


def read_picture(path: Path, mount: Mount, *, whole: bool = False) -> QImage | None:
    """Decode a file and put it on its glass; `None` if it cannot be shown, with the reason in the log."""
    unpacked = QBuffer()
    reader = QImageReader(str(path))
    if is_avif(path):
        unpacked.setData(unpack_avif(path, mount.glass))
        reader.setDevice(unpacked)
    reader.setAutoTransform(True)
    size = reader.size()
    mount = fit_whole(mount, size) if whole else mount
    cover = size.scaled(mount.window.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    flaw = _find_flaw(size, cover)
    if flaw:
        _logger.warning("a picture was refused: %s", flaw)
        return None
    reader.setScaledSize(cover)
    reader.setScaledClipRect(choose_cut(cover, mount))
    image = reader.read()
    if image.isNull():
        _logger.warning("a picture was refused: %s", reader.error().name)
        return None
    return mount_picture(image.convertToFormat(QImage.Format.Format_RGB32), mount)


def _find_flaw(whole: QSize, cover: QSize) -> str | None:
    """Why a picture of this size must not be decoded to cover the display; `None`: it may be."""
    if whole.isEmpty():
        return "no picture"
    if max(whole.width() * whole.height(), cover.width() * cover.height()) > MOST_PIXELS:
        return "too many pixels"
    return None if is_showable_shape(whole.width(), whole.height()) else "odd shape"
