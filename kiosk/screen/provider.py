"""The door through which QML gets images: from memory, at once, never from disk or network."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

from kiosk.screen.lettering import LetteringShelf
from kiosk.screen.pictures import PictureShelf
from kiosk.screen.qr import CodeShelf

NAME = "shelf"


def locate(kind: str, name: str) -> str:
    """The address of an image: kind `picture`, `code` or `lettering`; empty for an empty name."""
    return f"image://{NAME}/{kind}/{name}" if name else ""


class ShelfProvider(QQuickImageProvider):
    """Serves what lies on the shelves; an unknown name gives an empty image."""

    def __init__(self, pictures: PictureShelf, codes: CodeShelf, letterings: LetteringShelf) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self._pictures = pictures
        self._made: dict[str, CodeShelf | LetteringShelf] = {"code": codes, "lettering": letterings}

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N802, N803  # Qt's own names
        """Called by Qt on the GUI thread, within the frame that needs the image."""
        kind, _, name = id.partition("/")
        if kind in self._made:
            return self._made[kind].find(name) or QImage()
        picture = self._pictures.find(name) if kind == "picture" else None
        return picture.full if picture else QImage()
