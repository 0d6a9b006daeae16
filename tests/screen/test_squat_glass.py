"""Proves that words and the code's card keep clear of each other on glass that is hardly wider than high."""

import pytest

from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Offering, Scene
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.screen import Screen
from kiosk.theming.package import Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_places, find_zone
from tests.screen.conftest import OpenScreen


@pytest.fixture(params=["offering", "attract"])
def scene(request: pytest.FixtureRequest, shop: SampleShop) -> Scene:
    offer = shop.make_offer(SAMPLES[0])
    if request.param == "offering":
        return Offering(offer, "de", "i", "s")
    return Attract(Item("i", "offer", offer=offer.id), offer, "de", "i")


@pytest.mark.parametrize("size", ["1280x1024", "1024x768", "800x800"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_no_words_touch_the_codes_card_or_leave_the_glass(
    open_screen: OpenScreen, scene: Scene, theme: Theme, size: str
) -> None:
    screen: Screen = open_screen(size, theme=theme)
    screen.stage.show(scene)
    screen.take_screenshot()
    words = find_places(("Headline", "Lettering", "Line_", "EvenLine_", "PriceFigures"))
    (card,) = find_places("CodeCard")
    zone = find_zone()
    assert len(words) >= 2, "a name and a price"
    assert all(zone.contains(place) for place in (*words, card))
    assert not any(card.intersects(place) for place in words)
