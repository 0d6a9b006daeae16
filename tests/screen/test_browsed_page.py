"""Proves that a page on which somebody browses keeps the size that it must have, and the question its room."""

import pytest
from msgspec.structs import replace
from PySide6.QtQuick import QQuickItem

from kiosk.core.glass.scene import Browsing, Comfort, Offering, Scene
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.screen import Screen
from kiosk.theming.package import Theme
from tests.doubles.glass_items import LINES, find_places, find_window, find_zone, is_a, list_items
from tests.screen.conftest import OpenScreen
from tests.screen.test_larger import judge_text, sizes, themes


def show(screen: Screen, scene: Scene) -> list[QQuickItem]:
    """All that is seen of a scene."""
    screen.stage.show(scene)
    screen.take_screenshot()
    return list(list_items(find_window().contentItem()))


def measure_small_print(items: list[QQuickItem], start: str) -> float:
    """How large the type of the line that begins so is on the glass."""
    (line,) = (item for item in items if is_a(item, LINES) and str(item.property("text")).startswith(start))
    return float(line.property("font").pixelSize() * find_scale(line))


def find_scale(item: QQuickItem) -> float:
    """By how much it and all that holds it are scaled."""
    return item.mapRectToScene(item.boundingRect()).width() / item.boundingRect().width()


@themes
@sizes
def test_small_print_keeps_its_size_and_larger_text_never_makes_it_smaller(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    for sample, start in ((SAMPLES[1], "220 g"), (SAMPLES[2], "Niedrigster")):
        offer = shop.make_offer(sample)
        usual = measure_small_print(show(screen, Offering(offer, "de", "i", "s", reader_ready=True)), start)
        browsed = show(screen, Browsing(offer, "de", "i", reader_ready=True))
        assert measure_small_print(browsed, start) >= usual - 1
        (block,) = find_places(("PriceBlock",))
        assert find_zone().contains(block)
        larger = show(screen, Browsing(offer, "de", "i", comfort=Comfort(larger=True), reader_ready=True))
        assert measure_small_print(larger, start) >= usual - 1
        judge_text(offer.id)


@themes
@sizes
def test_the_question_whether_somebody_is_there_stands_whole_on_the_glass_and_covers_no_control(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    for larger in (False, True):
        show(screen, Browsing(shop.make_offer(SAMPLES[0]), "de", "i", 0, 9, Comfort(larger=larger), ending=True))
        (box,) = find_places(("StillThere",))
        assert find_zone().contains(box)
        controls = [item for item in list_items(find_window().contentItem()) if item.property("path")]
        places = [control.mapRectToScene(control.boundingRect()) for control in controls]
        beside = [place for place in places if not box.contains(place)]
        assert len(beside) == len(places) - 2, "its own button, and the sign on it"
        assert not any(box.intersects(place) for place in beside)
        titles = find_places(("Lettering",)) if size != SIZES["shelf-edge"] else []  # there it covers all of the page
        assert not any(box.intersects(title) and not box.contains(title) for title in titles), "no half a headline"


@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["portrait"]])
@themes
def test_the_question_is_asked_in_larger_text_too(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    usual = Browsing(shop.make_offer(SAMPLES[0]), "de", "i", ending=True)
    ordinary = measure_small_print(show(screen, usual), "Sonst")
    larger = measure_small_print(show(screen, replace(usual, comfort=Comfort(larger=True))), "Sonst")
    assert larger >= ordinary * 1.4
