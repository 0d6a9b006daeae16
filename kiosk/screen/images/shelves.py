"""All that QML gets as images, under one theme."""

from typing import Literal

from msgspec import Struct

from kiosk.screen.images.figures import FiguresShelf
from kiosk.screen.images.lettering import LetteringShelf
from kiosk.screen.images.pictures import PictureShelf
from kiosk.screen.images.qr import CodeShelf

NAME = "shelf"

Kind = Literal["picture", "code", "lettering", "figures"]


class Shelves(Struct, frozen=True):
    """The shelves of one theme; their `number` makes its images' addresses others than those of the theme before."""

    pictures: PictureShelf
    codes: CodeShelf
    letterings: LetteringShelf
    figures: FiguresShelf
    number: int = 0

    def locate(self, kind: Kind, name: str) -> str:
        """The address of an image; empty for an empty name."""
        return f"image://{NAME}/{self.number}/{kind}/{name}" if name else ""


def locate_frame(clip: str, number: int) -> str:
    """The address of a video's newest frame: another one for each, so that it is asked for."""
    return f"image://{NAME}/0/frame/{clip}/{number}"
