from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.core.glass.scene import Attract, Dark, Notice, Offering, Scene
from kiosk.core.notice.bulletin import Bulletin
from kiosk.places import find_shipped
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.layout.zones import BAND, divide_glass, join_bands
from kiosk.screen.place import Place
from kiosk.screen.screen import Screen
from kiosk.theming.package import Theme, read_theme
from tests.doubles.glass_items import find_window, is_a
from tests.screen.conftest import OpenScreen

THEMES = {name: read_theme(find_shipped("themes") / name) for name in ("daylight", "market")}
TOKENS = THEMES["daylight"].tokens
SIZES = ("960x540", "540x960")
PINK = QColor("#ff00ff")
STILL = Attract(None, None, "de", "i")

Look = Callable[[Screen], QImage]


def give(name: str, **layout: str) -> Theme:
    """A theme with bar or ticker or both, in a colour that is nowhere else."""
    theme = THEMES[name]
    return replace(theme, tokens=replace(theme.tokens, band=PINK.name(), band_ink="#000000", **layout))


def list_items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from list_items(child)


def find_bands() -> list[QRect]:
    """Where bands stand, from above to below."""
    items = list_items(find_window().contentItem())
    bands = (item for item in items if is_a(item, "Band_") and item.isVisible())
    return [band.mapRectToScene(band.boundingRect()).toRect() for band in bands]


def is_pink(image: QImage, y: int) -> bool:
    return image.pixelColor(2, y) == PINK


@pytest.mark.parametrize(
    ("bar", "ticker", "bands"),
    [
        ("none", "none", (0, 0)),
        ("top", "none", (1, 0)),
        ("none", "bottom", (0, 1)),
        ("top", "bottom", (1, 1)),
        ("bottom", "bottom", (0, 1)),
    ],
)
def test_bar_and_ticker_have_a_band_each_unless_they_share_an_edge(
    bar: str, ticker: str, bands: tuple[int, int]
) -> None:
    zones = divide_glass(replace(TOKENS, bar=bar, ticker=ticker), QSize(1920, 1080))
    band = round(TOKENS.label * BAND)
    assert (zones.above, zones.below) == (bands[0] * band, bands[1] * band)
    assert zones.main == QSize(1920, 1080 - sum(bands) * band)


@pytest.mark.parametrize(
    ("bar", "ticker", "size", "joined"),
    [
        ("top", "bottom", QSize(1920, 360), "top"),
        ("bottom", "top", QSize(1920, 360), "bottom"),
        ("top", "none", QSize(1920, 360), "none"),
        ("none", "bottom", QSize(1920, 360), "bottom"),
        ("top", "bottom", QSize(1920, 1080), "bottom"),
        ("top", "bottom", QSize(360, 1920), "bottom"),
    ],
)
def test_on_a_strip_bar_and_ticker_share_a_band(bar: str, ticker: str, size: QSize, joined: str) -> None:
    tokens = join_bands(replace(TOKENS, bar=bar, ticker=ticker), size)
    assert (tokens.bar, tokens.ticker) == (bar, joined)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", THEMES)
def test_scenes_keep_out_of_the_bands_and_the_bands_out_of_the_scenes(
    open_screen: OpenScreen, look_at: Look, name: str, size: str
) -> None:
    screen = open_screen(size, Place(brand="Lindner"), theme=give(name, bar="top", ticker="bottom"))
    offer = SampleShop().make_offer(SAMPLES[0])
    for scene in (STILL, Offering(offer, "de", "i", "s", reader_ready=True)):
        screen.stage.show(scene)
        image = look_at(screen)
        above, below = find_bands()
        assert (above.top(), below.bottom()) == (0, image.height() - 1)
        pink = [y for y in range(image.height()) if is_pink(image, y)]
        assert pink == [*range(above.top(), above.bottom() + 1), *range(below.top(), below.bottom() + 1)]


def test_a_strip_has_one_band_for_both(open_screen: OpenScreen) -> None:
    open_screen("1920x360", theme=give("market", bar="bottom", ticker="top")).stage.show(STILL)
    (band,) = find_bands()
    assert band.bottom() == 359


@pytest.mark.parametrize("scene", [Dark("de", "i"), Notice(Bulletin({"": "Fire"}), ("Fire",), "de", "i")])
def test_the_night_and_a_notice_have_the_whole_glass(open_screen: OpenScreen, look_at: Look, scene: Scene) -> None:
    screen = open_screen("640x360", theme=give("daylight", bar="top", ticker="bottom"))
    screen.stage.show(scene)
    image = look_at(screen)
    assert not any(is_pink(image, y) for y in range(image.height()))
    assert find_bands() == []


def test_a_theme_that_is_put_on_brings_its_bands_and_one_without_takes_them_away(
    open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen = open_screen("640x360")
    screen.stage.show(STILL)
    assert find_bands() == []
    screen.dress(give("market", bar="bottom", ticker="bottom"))
    qtbot.waitUntil(lambda: len(find_bands()) == 1)
    screen.dress(THEMES["daylight"])
    qtbot.waitUntil(lambda: find_bands() == [])
