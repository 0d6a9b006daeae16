"""Proves that no shipped theme cuts a long name, on whatever glass, and that all keeps clear of each other there."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Offering, Saved, Scene
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM, LONG_TEXT, LONG_TITLE
from kiosk.screen.images.lettering import choose_style, draw_lettering, fit_lines
from kiosk.screen.place import Place
from kiosk.screen.screen import Screen
from kiosk.screen.text.hyphens import SOFT_HYPHEN, soften_words
from kiosk.screen.theme.look import load_fonts
from kiosk.theming.package import Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items, find_places, find_zone
from tests.screen.conftest import OpenScreen
from tests.screen.theme.test_outfit import make_tailor

WORD = "Kaffeevollautomatenreinigungsset"
NAMES = (*LONG_TITLE.values(), WORD)

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


@themes
@sizes
@pytest.mark.parametrize("side", ["left", "right", "below"])
@pytest.mark.parametrize("name", NAMES)
def test_no_headline_is_cut(application: QGuiApplication, theme: Theme, size: str, side: str, name: str) -> None:
    assert application.platformName()
    load_fonts(theme.fonts)
    width, height = map(int, size.split("x"))
    outfit = make_tailor(QSize(width, height), side).fit(theme)
    style = choose_style(outfit.tokens, outfit.plan)
    title = soften_words(name)
    assert fit_lines(title, style)[0].text().replace(SOFT_HYPHEN, "") == name
    assert draw_lettering(title, style, QColor("black")).width() <= style.measure + style.size


@pytest.fixture
def scenes(shop: SampleShop) -> tuple[Scene, ...]:
    offer = replace(shop.make_offer(SAMPLES[0]), title={"de": WORD}, text=LONG_TEXT)
    return (
        Attract(Item("i", "offer", offer=offer.id), offer, "de", "i", reader_ready=True),
        Offering(offer, "de", "i", "s", reader_ready=True),
        Saved(offer, "de", "b", claim_url=CLAIM),
    )


@themes
@sizes
def test_no_text_below_a_long_name_is_cut_where_it_stands(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    offer = replace(shop.make_offer(SAMPLES[0]), title=LONG_TITLE, text=LONG_TEXT)
    for language in LONG_TEXT:
        screen.stage.show(Offering(offer, language, "i", "s", reader_ready=True))
        screen.take_screenshot()
        told = [item for item in find_items("Line_") if item.property("truncated")]
        assert [item.property("text") for item in told] == []


def find_cut_texts() -> Iterator[str]:
    """Headlines on the glass that end in an ellipsis."""
    for item in find_items("Headline"):
        if item.property("truncated"):
            yield str(item.property("text"))


def judge_scene(screen: Screen, scene: Scene) -> None:
    """Nothing is cut, leaves what bands leave of the glass, or touches a card or the reader's tab."""
    screen.stage.show(scene)
    screen.take_screenshot()
    assert list(find_cut_texts()) == []
    words = find_places(("Headline", "Lettering", "Line_", "EvenLine_", "Figures", "KeptCard"))
    cards = find_places(("CodeCard", "TapPlace"))
    zone = find_zone()
    assert all(zone.contains(place) for place in words)
    assert all(zone.intersects(card) for card in cards)
    assert not any(card.intersects(place) for card in cards for place in words)
    assert not any(one.intersects(other) for one in cards for other in cards if one is not other)


@themes
@sizes
def test_nothing_of_a_long_name_is_cut_or_touches_the_code_or_the_readers_tab(
    open_screen: OpenScreen, scenes: tuple[Scene, ...], theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    for scene in scenes:
        judge_scene(screen, scene)


@pytest.mark.parametrize(
    ("name", "size"),
    [("night", "1920x1080"), ("daylight", "1080x1920"), ("market", "1080x1920"), ("contrast", "1920x360")],
)
def test_above_a_reader_below_there_is_room_for_all_of_it_too(
    open_screen: OpenScreen, scenes: tuple[Scene, ...], name: str, size: str
) -> None:
    screen = open_screen(size, Place("below"), theme=THEMES[name])
    judge_scene(screen, scenes[1])
    (headline,) = find_places(("Lettering",))
    assert not any(headline.intersects(figures) for figures in find_places(("Figures",)))
