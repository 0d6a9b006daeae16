"""Proves that the two controls of the moment of keeping keep clear of all that is read, and grow with larger text."""

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtQuick import QQuickItem

from kiosk.contract.bookmark import StampCount
from kiosk.contract.offer import Offer
from kiosk.core.glass.scene import Saved
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM, LONG_TITLE
from kiosk.screen.layout.keys import ZOOM
from kiosk.screen.place import Place
from kiosk.screen.screen import Screen
from kiosk.theming.package import LANGUAGES, Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_places, find_window, find_zone, is_a, list_targets
from tests.screen.conftest import OpenScreen

READ = ("Headline", "Line_", "CodeCard", "KeptCard", "StampCard", "Tick")
"""What is read or looked at in that moment."""

FORMATS = (*SIZES.values(), "1280x1024", "3840x2160")
SIDES = ("left", "right", "below")
PLACES = [
    pytest.param(theme, size, SIDES[(row + column) % len(SIDES)], id=f"{name}-{size}")
    for row, (name, theme) in enumerate(THEMES.items())
    for column, size in enumerate(FORMATS)
]
"""Every theme in every format; on each side of the glass the reader meets each theme, and each format."""

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@pytest.fixture
def moments(shop: SampleShop) -> tuple[Saved, ...]:
    """With all that may come to it, and with nothing of that; in every language."""
    mug: Offer = shop.make_offer(SAMPLES[0])
    bare = replace(mug, title=LONG_TITLE, image=None, image_portrait=None)
    full = [Saved(replace(mug, title=LONG_TITLE), language, "b", CLAIM, StampCount(2, 3)) for language in LANGUAGES]
    return (*full, Saved(bare, "de", "b", again=True), Saved(bare, "de", "b", CLAIM, StampCount(8, 8)))


def list_keys(screen: Screen, moment: Saved) -> list[QQuickItem]:
    """The controls that are seen in that moment."""
    screen.stage.show(moment)
    screen.take_screenshot()
    return list_targets(find_window().contentItem())


def find_line(key: QQuickItem) -> QQuickItem:
    """The words on a control."""
    (line,) = (item for item in key.childItems() if is_a(item, "Line_"))
    return line


@pytest.mark.parametrize(("theme", "size", "side"), PLACES)
def test_controls_cover_nothing_that_is_read_and_lie_on_the_glass(
    open_screen: OpenScreen, moments: tuple[Saved, ...], theme: Theme, size: str, side: str
) -> None:
    screen = open_screen(size, Place(side), theme=theme)  # type: ignore[arg-type]  # the test names its literals
    screen.offer_touch(lambda _wish: None, languages=2)
    for moment in moments:
        for larger in (False, True):
            keys = list_keys(screen, replace(moment, larger=larger))
            places = [key.mapRectToScene(key.boundingRect()) for key in keys]
            lines = [find_line(key) for key in keys]
            own = [line.mapRectToScene(line.boundingRect()) for line in lines]
            read = [place for place in find_places(READ) if place not in own]
            assert len(places) == 2
            assert len(read) >= 3, "the headline, its line and the print"
            assert all(find_zone().contains(place) for place in places)
            assert not any(one.intersects(other) for one, other in combinations(places, 2))
            assert [(key, place) for key in places for place in read if key.intersects(place)] == []
            assert not any(line.property("contentWidth") > line.width() for line in lines)


@themes
@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["portrait"]])
def test_controls_grow_with_larger_text(
    open_screen: OpenScreen, moments: tuple[Saved, ...], theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    for moment in moments[: len(LANGUAGES)]:
        (usual, larger) = (measure_keys(screen, replace(moment, larger=larger)) for larger in (False, True))
        for (height, letters), (larger_height, larger_letters) in zip(usual, larger, strict=True):
            assert larger_height == pytest.approx(height * ZOOM, abs=1)
            assert larger_letters >= letters * 1.2, "in a theme whose column is narrow"


def measure_keys(screen: Screen, moment: Saved) -> list[tuple[float, float]]:
    """How high each control is, and the letters on it."""
    keys = list_keys(screen, moment)
    return [(key.height(), find_line(key).property("fontInfo").property("pixelSize").toNumber()) for key in keys]


@themes
def test_on_a_strip_they_are_as_high_as_in_larger_text_anyway_and_their_words_grow(
    open_screen: OpenScreen, moments: tuple[Saved, ...], theme: Theme
) -> None:
    screen = open_screen(SIZES["shelf-edge"], theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    usual, larger = (measure_keys(screen, replace(moments[0], larger=larger)) for larger in (False, True))
    assert [height for height, _ in usual] == [height for height, _ in larger]
    assert all(letters <= grown for (_, letters), (_, grown) in zip(usual, larger, strict=True))
    assert min(height for height, _ in usual) >= find_window().height() / 6
