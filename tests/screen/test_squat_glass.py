"""Proves that words and the code's card keep clear of each other on glass that is hardly wider than high."""

from itertools import combinations

import pytest
from msgspec.structs import replace

from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Offering, Saved, Scene
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM, HOME, LONG_TITLE, WELLNESS
from kiosk.screen.screen import Screen
from kiosk.theming.package import LANGUAGES, Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items, find_places, find_zone
from tests.screen.conftest import OpenScreen

READ = ("Headline", "Line_", "CodeCard", "KeptCard", "Tick")
"""What is read or looked at in the moment of keeping."""


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


@pytest.fixture
def moments(shop: SampleShop) -> tuple[Saved, ...]:
    """With all that may come to it, and with nothing of that; in every language."""
    mug = replace(shop.make_offer(SAMPLES[0]), title=LONG_TITLE)
    full = Saved(mug, "de", "b", CLAIM, way=HOME, next_stamp=WELLNESS)
    bare = replace(mug, image=None, image_portrait=None)
    kept = (full, Saved(mug, "de", "b", again=True), Saved(bare, "de", "b", CLAIM))
    return tuple(replace(one, language=language) for one in kept for language in LANGUAGES)


@pytest.mark.parametrize("size", ["1280x1024", "1024x768", "1600x1200"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("larger", [False, True], ids=["usual", "larger"])
def test_at_the_moment_of_keeping_nothing_that_is_read_covers_anything_else(
    open_screen: OpenScreen, moments: tuple[Saved, ...], theme: Theme, size: str, *, larger: bool
) -> None:
    screen = open_screen(size, theme=theme)
    for moment in moments:
        screen.stage.show(replace(moment, larger=larger))
        screen.take_screenshot()
        read = find_items(READ)
        places = [item.mapRectToScene(item.boundingRect()) for item in read]
        assert len(places) >= 3, "the headline, its line and the print"
        assert all(find_zone().contains(place) for place in places)
        assert [pair for pair in combinations(places, 2) if pair[0].intersects(pair[1])] == []
        assert [item.property("text") for item in read if item.property("truncated")] == []
