"""Proves that the way to what was kept and the next stamp have room of their own, or the stamp is not told at all."""

from itertools import combinations

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.contract.direction import Direction
from kiosk.core.glass.scene import Saved
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM, HOME, WELLNESS
from kiosk.screen.screen import Screen
from kiosk.screen.text.sayings import phrase_kept
from kiosk.theming.package import LANGUAGES, Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items, find_places, find_zone
from tests.screen.conftest import OpenScreen

FAR = Direction(
    {"de": "Elektro und Unterhaltung", "en": "Electronics and entertainment"},
    {"de": "2. Etage, hinter den Rolltreppen rechts", "en": "2nd floor, on the right behind the escalators"},
)
READ = ("Headline", "Line_", "CodeCard", "KeptCard")

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def find_texts(screen: Screen, scene: Saved, theme: Theme) -> list[QQuickItem]:
    """What is told on the glass of the way, and of the next stamp, if it is."""
    screen.stage.show(scene)
    screen.take_screenshot()
    told = phrase_kept(scene, theme.speak(scene.language))[1:]
    return [line for text in told for line in find_items("Line_") if line.property("text") == text]


@themes
@pytest.mark.parametrize("size", [*SIZES.values(), "3840x2160"])
def test_the_way_is_whole_and_neither_it_nor_the_next_stamp_lies_on_anything(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    for touched, larger in ((False, False), (True, False), (True, True)):
        if touched:
            screen.offer_touch(lambda _wish: None, languages=2)
        for language in LANGUAGES:
            scene = Saved(shop.make_offer(SAMPLES[0]), language, "b", CLAIM, None, FAR, FAR, larger=larger)
            texts = find_texts(screen, scene, theme)
            assert len(texts) >= 1, f"the way: {touched=} {larger=} {language}"
            assert not any(text.property("truncated") for text in texts)
            places = find_places(READ)
            assert all(find_zone().contains(place) for place in places)
            assert not any(one.intersects(other) for one, other in combinations(places, 2))


@pytest.mark.parametrize("theme", [theme for name, theme in THEMES.items() if "with" not in name])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_where_both_are_short_the_next_stamp_is_told_as_large_as_the_way(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    for language in LANGUAGES:
        scene = Saved(shop.make_offer(SAMPLES[0]), language, "b", CLAIM, None, HOME, WELLNESS)
        way, stamp = find_texts(screen, scene, theme)
        assert way.property("size") == stamp.property("size")
