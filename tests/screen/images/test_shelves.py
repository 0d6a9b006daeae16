import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from kiosk.screen.images.figures import FiguresShelf, FiguresStyle
from kiosk.screen.images.lettering import LetteringShelf, Style
from kiosk.screen.images.pictures import PictureShelf
from kiosk.screen.images.qr import CodeShelf
from kiosk.screen.images.shelves import Shelves, locate_frame
from tests.doubles.mounts import cover_glass


def make_shelves(number: int) -> Shelves:
    pictures = PictureShelf(cover_glass(QSize(192, 108)), (QColor("black"), QColor("white")))
    letterings = LetteringShelf(Style("Fraunces", 400, 20.0, measure=80, lines=2, leading=0.84))
    figures = FiguresShelf(FiguresStyle("Fraunces", 600, 40.0))
    return Shelves(pictures, CodeShelf(QColor("black")), letterings, figures, number)


@pytest.mark.usefixtures("application")
def test_the_same_picture_has_another_address_under_another_theme_and_an_empty_name_has_none() -> None:
    assert [make_shelves(number).locate("picture", "a") for number in (0, 1)] == [
        "image://shelf/0/picture/a",
        "image://shelf/1/picture/a",
    ]
    assert make_shelves(1).locate("code", "") == ""


def test_each_frame_of_a_video_has_an_address_of_its_own() -> None:
    assert [locate_frame("7", number) for number in (0, 1)] == [
        "image://shelf/0/frame/7/0",
        "image://shelf/0/frame/7/1",
    ]
