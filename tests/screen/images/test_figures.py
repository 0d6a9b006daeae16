import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBitmap, QColor, QGuiApplication, QImage, QRegion

from kiosk import settings
from kiosk.screen.images.figures import FiguresShelf, FiguresStyle, choose_figures, draw_figures, measure_height
from kiosk.screen.layout.plan import TYPE_ROOM
from kiosk.screen.text.prices import PriceText
from kiosk.screen.theme.look import load_fonts
from kiosk.screen.theme.outfit import Tailor
from kiosk.theming.shelf import find_theme

INK = QColor("#231d16")
SIZE = 120.0
STYLE = FiguresStyle("Fraunces", 600, SIZE)
PRICES = [PriceText("", "14,", "90", "€"), PriceText("€", "1,479.", "90", ""), PriceText("", "7", "", "¥")]


@pytest.fixture(autouse=True)
def fonts(application: QGuiApplication) -> list[str]:
    assert application.platformName()
    return load_fonts({})


def find_ink(image: QImage) -> QRect:
    return QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect()


@pytest.mark.parametrize("price", PRICES, ids=str)
def test_a_price_is_whole_and_its_figures_begin_below_the_room_around_them(price: PriceText) -> None:
    image = draw_figures(price, STYLE, INK)
    ink = find_ink(image)
    assert QRect(1, 1, image.width() - 2, image.height() - 2).contains(ink)
    assert ink.top() == pytest.approx(TYPE_ROOM * SIZE, abs=SIZE * 0.06)
    assert ink.left() == pytest.approx(TYPE_ROOM * SIZE, abs=SIZE * 0.1)
    assert image.height() == round(measure_height(STYLE) + 2 * TYPE_ROOM * SIZE)


def test_cents_and_currency_are_raised_to_the_height_of_the_figures() -> None:
    bare, full = (find_ink(draw_figures(price, STYLE, INK)) for price in (PriceText("", "14"), PRICES[0]))
    image = draw_figures(PRICES[0], STYLE, INK)
    cents = image.copy(bare.right() + round(SIZE * 0.35), 0, image.width(), image.height())
    assert full.right() > bare.right()
    assert find_ink(cents).bottom() < bare.bottom() - SIZE * 0.2


def test_a_price_is_drawn_once_and_no_price_is_nothing() -> None:
    shelf = FiguresShelf(STYLE)
    name = shelf.make(PRICES[0], INK)
    first = shelf.find(name)
    assert first is not None
    assert shelf.make(PRICES[0], INK) == name
    assert shelf.find(name) is first
    assert shelf.make(PRICES[0], QColor("white")) != name
    assert shelf.make(PriceText(), INK) == ""


@pytest.mark.parametrize(("theme", "is_own"), [("daylight", False), ("market", True)])
def test_figures_on_a_ground_of_their_own_have_its_colour(theme: str, *, is_own: bool) -> None:
    display = settings.Display(size="1920x1080")
    found = find_theme(settings.Theme(name=theme)).theme
    outfit = Tailor(display, QSize(1920, 1080), "right", lambda _ref: None, lambda _hash: None).fit(found)
    style = choose_figures(outfit.tokens, outfit.plan)
    assert style.ink == (outfit.tokens.figures if is_own else "")
