import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.screen.images.figures import FiguresShelf, FiguresStyle
from kiosk.screen.images.lettering import LetteringShelf, Style
from kiosk.screen.images.pictures import PictureShelf
from kiosk.screen.images.provider import ShelfProvider
from kiosk.screen.images.qr import CodeShelf
from kiosk.screen.images.shelf import Shelf
from kiosk.screen.images.shelves import Shelves
from kiosk.screen.text.prices import PriceText
from tests.doubles.mounts import cover_glass

ANY = QSize()


@pytest.mark.usefixtures("application")
def test_images_are_served_by_kind_and_name_and_the_unknown_is_empty() -> None:
    pictures, codes = (
        PictureShelf(cover_glass(QSize(192, 108)), (QColor("black"), QColor("white"))),
        CodeShelf(QColor("black")),
    )
    full = QImage(192, 108, QImage.Format.Format_RGB32)
    full.fill(QColor("#446688"))
    pictures.pin("a", lambda: full)
    letterings = LetteringShelf(Style("Fraunces", 400, 20.0, measure=80, lines=2, leading=0.84))
    figures = FiguresShelf(FiguresStyle("Fraunces", 600, 40.0))
    name, price = codes.make("https://shop.example"), figures.make(PriceText("", "14,", "90", "€"), QColor("black"))
    headline = letterings.make("Becher", QColor("black"))
    frames = Shelf(2)
    frames.put("3", QImage(64, 36, QImage.Format.Format_RGB32))
    provider = ShelfProvider(Shelves(pictures, codes, letterings, figures), frames)
    assert provider.requestImage("0/picture/a", ANY, ANY).size() == QSize(192, 108)
    assert not provider.requestImage(f"0/code/{name}", ANY, ANY).isNull()
    assert not provider.requestImage(f"0/lettering/{headline}", ANY, ANY).isNull()
    assert not provider.requestImage(f"0/figures/{price}", ANY, ANY).isNull()
    assert provider.requestImage("0/frame/3/17", ANY, ANY).size() == QSize(64, 36)
    for unknown in ("0/frame/4/0", "0/picture/b", "0/code/a", "", "picture", "0/else/a", "../etc/passwd"):
        assert provider.requestImage(unknown, ANY, ANY).isNull()
