"""Proves that words and the code's card keep clear of each other on glass that is hardly wider than high."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Offering, Scene
from kiosk.places import find_shipped
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.screen import Screen
from kiosk.theming.package import Theme, read_theme
from tests.screen.conftest import OpenScreen, find_window

SHELF = find_shipped("themes")
BANDED = {"bar": True, "ticker": True}
"""The options of a theme that can have bands."""
THEMES = {
    **{name: read_theme(SHELF / name) for name in ("daylight", "market", "salon", "night", "contrast")},
    **{f"{name} with bands": read_theme(SHELF / name, BANDED) for name in ("daylight", "contrast")},
    "market without bands": read_theme(SHELF / "market", dict.fromkeys(BANDED, False)),
}
"""Each shipped theme, and with and without its bar and its ticker."""


LINES = ("Line_", "EvenLine_")
"""What running text is set in."""


@pytest.fixture(params=["offering", "attract"])
def scene(request: pytest.FixtureRequest, shop: SampleShop) -> Scene:
    offer = shop.make_offer(SAMPLES[0])
    if request.param == "offering":
        return Offering(offer, "de", "i", "s")
    return Attract(Item("i", "offer", offer=offer.id), offer, "de", "i")


def list_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """It and all that can be seen of what it holds; a card stands for what is written on it."""
    yield item
    if not any(is_a(item, card) for card in ("CodeCard", "TapPlace", "KeptCard", "Band_")):
        for child in item.childItems():
            if child.isVisible():
                yield from list_items(child)


def is_a(item: QQuickItem, kind: str | tuple[str, ...]) -> bool:
    return item.metaObject().className().startswith(kind)


def find_places(kinds: tuple[str, ...]) -> list[QRectF]:
    """What such items cover of the glass."""
    items = [item for item in list_items(find_window().contentItem()) if any(is_a(item, kind) for kind in kinds)]
    return [item.mapRectToScene(item.boundingRect()) for item in items]


def find_zone() -> QRectF:
    """What bands leave of the glass."""
    zone = QRectF(0, 0, find_window().width(), find_window().height())
    for band in find_places(("Band_",)):
        if band.top() == 0:
            zone.setTop(band.bottom())
        else:
            zone.setBottom(band.top())
    return zone


@pytest.mark.parametrize("size", ["1280x1024", "1024x768", "800x800"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_no_words_touch_the_codes_card_or_leave_the_glass(
    open_screen: OpenScreen, scene: Scene, theme: Theme, size: str
) -> None:
    screen: Screen = open_screen(size, theme=theme)
    screen.stage.show(scene)
    screen.take_screenshot()
    words = find_places(("Headline", "Lettering", "Line_", "EvenLine_", "PriceFigures"))
    (card,) = find_places(("CodeCard",))
    zone = find_zone()
    assert len(words) >= 2, "a name and a price"
    assert all(zone.contains(place) for place in (*words, card))
    assert not any(card.intersects(place) for place in words)
