"""The door through which QML gets images: from memory, at once, never from disk or network."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

from kiosk.screen.images.shelf import Shelf
from kiosk.screen.images.shelves import Shelves


class ShelfProvider(QQuickImageProvider):
    """Serves what lies on `shelves`, which may be exchanged for another theme's; an unknown name: an empty image.

    `frames` holds the newest frame of each video, by the video's name.
    """

    def __init__(self, shelves: Shelves, frames: Shelf) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self.shelves = shelves
        self._frames = frames

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N802, N803  # Qt's own names
        """Called by Qt on the GUI thread, within the frame that needs the image."""
        _, _, place = id.partition("/")
        kind, _, name = place.partition("/")
        return self._find(kind, name) or QImage()

    def _find(self, kind: str, name: str) -> QImage | None:
        match kind:
            case "picture":
                picture = self.shelves.pictures.find(name)
                return picture.full if picture else None
            case "code":
                return self.shelves.codes.find(name)
            case "lettering":
                return self.shelves.letterings.find(name)
            case "figures":
                return self.shelves.figures.find(name)
            case "frame":
                return self._frames.find(name.partition("/")[0])
            case _:
                return None
