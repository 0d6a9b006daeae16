"""Images made before they are needed, by name; the one that was longest unused makes room."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from PySide6.QtGui import QImage


def name_image(text: str) -> str:
    """A name that tells nothing about the text: it may stand in an address and a log."""
    from hashlib import sha256  # noqa: PLC0415 # it loads OpenSSL, for which the first picture must not wait

    return sha256(text.encode()).hexdigest()[:32]


class Shelf:
    """Holds at most `most` images. Safe to use from any thread."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._lock = Lock()

    def make(self, text: str, draw: Callable[[], QImage]) -> str:
        """Draw what stands for this text unless it is there; its name."""
        name = name_image(text)
        if self.find(name) is None:
            self.put(name, draw())
        return name

    def put(self, name: str, image: QImage) -> None:
        """Keep this image."""
        with self._lock:
            self._images[name] = image
            while len(self._images) > self._most:
                self._images.popitem(last=False)

    def find(self, name: str) -> QImage | None:
        """The image if it is there."""
        with self._lock:
            if name in self._images:
                self._images.move_to_end(name)
            return self._images.get(name)

    def drop(self, name: str) -> None:
        """Keep this image no longer."""
        with self._lock:
            self._images.pop(name, None)
