"""Proves that a shopper's stamps come to the moment of keeping when they are known, and cover nothing that is read."""

import pytest
from msgspec.structs import replace

from kiosk.contract.bookmark import StampCount
from kiosk.core.glass.scene import Saved
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM, HOME, WELLNESS
from kiosk.theming.package import Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items, find_places, find_zone
from tests.screen.conftest import OpenScreen


def list_marks() -> list[float]:
    """How far each stamp has fallen that the card has a place for."""
    marks = find_items("StampMark")
    return [float(mark.property("fallen")) for mark in marks]


def test_stamps_come_once_they_are_known_and_go_with_the_next_scene(open_screen: OpenScreen, shop: SampleShop) -> None:
    screen = open_screen("640x360")
    scene = Saved(shop.make_offer(SAMPLES[0]), "en", "b")
    seen: list[list[float]] = []
    for stamps in (None, StampCount(2, 3), StampCount(3, 3), None):
        screen.stage.show(replace(scene, stamps=stamps))
        screen.take_screenshot()
        seen.append(list_marks())
    assert seen == [[], [1, 1, 0], [1, 1, 1], []]


def test_stamps_fall_one_after_the_other_where_things_may_move(open_screen: OpenScreen, shop: SampleShop) -> None:
    screen = open_screen("640x360", reduced_motion=False)
    screen.stage.show(Saved(shop.make_offer(SAMPLES[0]), "en", "b", stamps=StampCount(2, 3)))
    assert list_marks() == [0, 0, 0]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("contrast", "1920x1080"),
        ("night", "1920x1080"),
        ("daylight", "1080x1920"),
        ("salon", "1920x360"),
        ("salon", "1280x1024"),
        ("daylight", "1024x768"),
    ],
)
@pytest.mark.parametrize("larger", [False, True])
def test_a_full_card_of_many_stamps_covers_nothing_that_is_read(
    open_screen: OpenScreen, shop: SampleShop, name: str, size: str, *, larger: bool
) -> None:
    screen = open_screen(size, theme=THEMES[name])
    screen.offer_touch(lambda _wish: None, languages=2)
    offer = shop.make_offer(SAMPLES[0])
    scene = Saved(offer, "de", "b", CLAIM, way=HOME, next_stamp=WELLNESS, larger=larger)
    screen.stage.show(scene)
    screen.take_screenshot()
    read = find_places(("Headline", "Line_", "CodeCard"))
    screen.stage.show(replace(scene, stamps=StampCount(8, 8)))
    screen.take_screenshot()
    (card,) = find_places(("StampCard",))
    assert find_zone().contains(card)
    assert not any(card.intersects(place) for place in read)


@pytest.mark.parametrize("size", [*SIZES.values(), "1280x1024"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_card_hangs_on_the_upper_corner_of_the_print_in_every_theme(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    screen.stage.show(Saved(shop.make_offer(SAMPLES[0]), "de", "b", CLAIM, StampCount(2, 3)))
    screen.take_screenshot()
    (card,), (kept,) = find_places(("StampCard",)), find_places(("KeptCard",))
    assert find_zone().contains(card)
    assert kept.contains(card.bottomLeft())
    assert card.right() >= kept.right() - 1
    assert card.bottom() < kept.center().y()
    assert not any(
        card.intersects(place) for place in find_places(("Headline", "Line_", "CodeCard")) if not card.contains(place)
    )
