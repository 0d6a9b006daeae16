"""Proves that a price stands on the glass with all that the law wants beside it, whatever its theme and format."""

from itertools import product

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtQuick import QQuickItem

from kiosk.contract.playlist import Item
from kiosk.contract.scan import ScanAnswer
from kiosk.core.glass.scene import Attract, Hint, Offering, Scanned
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SHELF, SampleShop
from kiosk.screen.gallery.sceneries import BUNDLE, LONG_TEXT, LONG_TITLE, TAKE
from kiosk.screen.screen import Screen
from kiosk.theming.package import Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import LINES, find_items, find_places, find_zone
from tests.screen.conftest import OpenScreen
from tests.screen.test_larger import read_lead
from tests.screen.test_long_names import WORD

REDUCED = ScanAnswer(article=SHELF[0], matching=(BUNDLE,), stock=3, take_url=TAKE)
"""As much small print as an article can have: what it was, the lowest price, a unit's price and a deposit."""
TAIL = 0.28
"""Of the figures: how far a comma reaches below them."""
UNITS = 0.65
"""Of a price's width: what its whole units and the comma take at most, beside raised cents."""


@pytest.fixture(params=SIZES.values(), ids=list(SIZES))
def screen(open_screen: OpenScreen, request: pytest.FixtureRequest, theme: Theme) -> Screen:
    screen = open_screen(request.param, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    return screen


@pytest.fixture(params=THEMES.values(), ids=list(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen = request.param
    assert isinstance(chosen, Theme)
    return chosen


def find_written(texts: set[str]) -> dict[str, QRectF]:
    """Where such texts stand on the glass, as far as they are not cut by what holds them."""
    items = find_items(LINES)
    return {str(item.property("text")): _place(item) for item in items if item.property("text") in texts}


def _place(item: QQuickItem) -> QRectF:
    height = max(item.height(), float(item.property("contentHeight")))
    return item.mapRectToScene(QRectF(0, 0, item.width(), height))


def _measure_ink(figures: QQuickItem) -> tuple[QRectF, QRectF]:
    """What such figures cover, and their whole units with a comma's tail; they stand in the middle of their picture."""
    (picture,) = figures.childItems()
    width, middle = float(figures.property("used")), picture.x() + picture.width() * picture.scale() / 2
    places = (
        QRectF(middle - width / 2, 0, width, figures.height()),
        QRectF(middle - width / 2, 0, width * UNITS, figures.height() * (1 + TAIL)),
    )
    return figures.mapRectToScene(places[0]), figures.mapRectToScene(places[1])


def test_a_reduced_price_is_whole_with_what_it_was_and_its_small_print(screen: Screen) -> None:
    for language, larger, hint in product(("de", "en"), (False, True), (None, Hint.BASKET_FULL)):
        screen.stage.show(Scanned("s", language, REDUCED, hint=hint, reader_ready=True, larger=larger))
        screen.take_screenshot()
        view = screen.stage.view.scenes["offering"]
        told = {str(view.property(name)) for name in ("struck", "fine")}
        places = find_written(told)
        assert set(places) == told, f"what it was, and its small print: {language} {larger=} {hint}"
        assert all(find_zone().contains(place) for place in places.values())


def test_small_print_of_four_lines_and_a_hint_leave_a_price_larger_than_running_text(screen: Screen) -> None:
    screen.stage.show(Scanned("s", "de", REDUCED, hint=Hint.BASKET_FULL, reader_ready=True))
    screen.take_screenshot()
    (figures,) = find_places("PriceFigures")
    assert figures.height() > read_lead() * 1.5


def test_the_invitation_to_touch_stands_on_no_part_of_a_price(screen: Screen, shop: SampleShop) -> None:
    mug, *_, lamp = (shop.make_offer(sample) for sample in SAMPLES[:6])
    plain = ScanAnswer(article=SHELF[1], stock=40)
    for scene in (
        Scanned("s", "de", REDUCED, reader_ready=True),
        Scanned("s", "de", plain, mug, reader_ready=True),
        Offering(mug, "de", "i", "s", reader_ready=True),
        Offering(lamp, "en", "i", "s", reader_ready=True),
        Attract(Item("lamp", "offer", offer="lamp"), lamp, "de", "i", reader_ready=True),
    ):
        screen.stage.show(scene)
        screen.take_screenshot()
        (invitation,) = find_places(("Invitation",))
        prices = find_items("PriceFigures")
        figures = [place for price in prices for place in _measure_ink(price)]
        words = find_places(("Line_", "CodeCard"))
        assert figures, "a price"
        assert not any(invitation.intersects(place) for place in (*figures, *words) if not invitation.contains(place))


@pytest.mark.parametrize("text_scale", [1.0, 1.25])
@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["portrait"], "1280x1024", "1024x768"])
def test_no_name_and_no_text_makes_a_price_smaller_than_its_column_does(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str, text_scale: float
) -> None:
    screen = open_screen(size, theme=theme, text_scale=text_scale)
    mug, _, headphones = (shop.make_offer(sample) for sample in SAMPLES[:3])
    for offer, title in ((mug, LONG_TITLE), (headphones, LONG_TITLE), (mug, {"de": WORD})):
        screen.stage.show(Offering(replace(offer, title=title, text=LONG_TEXT), "de", "i", "s", reader_ready=True))
        screen.take_screenshot()
        (figures,) = find_items("PriceFigures")
        widest = figures.width() / QSizeF(figures.property("natural")).width()
        assert figures.property("fit") == pytest.approx(min(1.0, widest), abs=0.01)
