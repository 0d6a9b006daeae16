"""Reckons how large type is to the eye of who stands where a screen is meant to be read from.

Sources: ISO 9241-303 asks for capitals of 16 minutes of arc at least, and prefers 20 to 22; EN 301 549, 5.1.4, for
0.7 degrees where a terminal offers larger text.
"""

from math import atan, degrees, hypot

import pytest
from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQuick import QQuickItem

from kiosk.core.glass.scene import Browsing, Comfort, Offering, Saved, Scene
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM
from kiosk.screen.theme.look import load_fonts
from kiosk.theming.package import Theme
from kiosk.theming.resolve import DESIGN_DIAGONAL_IN, STRIP_DIAGONAL_IN
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items
from tests.screen.conftest import OpenScreen
from tests.screen.theme.test_outfit import make_tailor

LEAST_ARC_MIN, PREFERRED_ARC_MIN = 16, 19
"""The second, rounded down from 20, where no band takes a part of the height, and on a strip whatever one takes."""
LARGER_ARC_MIN = 42
INCH_M = 0.0254


class Glass(Struct, frozen=True):
    """Its pixels and inches, how far away it is read, and how far away it is touched, in metres."""

    size: str
    diagonal_in: float
    read_m: float
    touched_m: float

    def reckon_arc_min(self, font: QFont, distance_m: float) -> float:
        """The angle of this font's capitals, in minutes."""
        pixel_m = self.diagonal_in * INCH_M / hypot(*map(int, self.size.split("x")))
        return degrees(atan(QFontMetricsF(font).capHeight() * pixel_m / distance_m)) * 60


GLASSES = {
    "landscape": Glass("1920x1080", DESIGN_DIAGONAL_IN, 2.0, 0.7),
    "portrait": Glass("1080x1920", DESIGN_DIAGONAL_IN, 2.0, 0.7),
    "4K": Glass("3840x2160", DESIGN_DIAGONAL_IN, 2.0, 0.7),
    "squat": Glass("1600x1200", DESIGN_DIAGONAL_IN, 2.0, 0.7),
    "shelf-edge": Glass("1920x360", STRIP_DIAGONAL_IN, 1.0, 0.45),
}

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
glasses = pytest.mark.parametrize("glass", GLASSES.values(), ids=GLASSES)


@pytest.mark.usefixtures("application")
@themes
@glasses
def test_small_print_is_as_large_as_reading_wants(theme: Theme, glass: Glass) -> None:
    load_fonts(theme.fonts)
    tokens = make_tailor(QSize(*map(int, glass.size.split("x")))).fit(theme).tokens
    font = make_font(tokens.text_family, tokens.legal)
    is_banded = {tokens.bar, tokens.ticker} != {"none"} and glass is not GLASSES["shelf-edge"]
    assert glass.reckon_arc_min(font, glass.read_m) >= (LEAST_ARC_MIN if is_banded else PREFERRED_ARC_MIN)


def make_font(family: str, pixels: float) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, round(pixels)))
    return font


def list_texts() -> list[QQuickItem]:
    """All words on the glass, but those that stand on a drawn card; prices are larger than any of them."""
    kinds = ("Headline", "Line_", "EvenLine_")
    items = find_items(kinds)
    return [item for item in items if item.property("text")]


def read_font(text: QQuickItem) -> QFont:
    """What it is set in, once it was made to fit."""
    info = text.property("fontInfo")
    return make_font(info.property("family").toString(), info.property("pixelSize").toNumber())


@themes
@glasses
def test_all_of_larger_text_is_as_large_as_the_law_wants(
    open_screen: OpenScreen, shop: SampleShop, theme: Theme, glass: Glass
) -> None:
    screen = open_screen(glass.size, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    mug = shop.make_offer(SAMPLES[0])
    scenes: tuple[Scene, ...] = (
        Offering(mug, "de", "i", "s", reader_ready=True, larger=True),
        Browsing(mug, "de", "i", 1, 2, Comfort(larger=True), reader_ready=True),
        Saved(mug, "de", "b", claim_url=CLAIM, larger=True),
    )
    for scene in scenes:
        screen.stage.show(scene)
        screen.take_screenshot()
        arcs = {
            str(text.property("text")): glass.reckon_arc_min(read_font(text), glass.touched_m) for text in list_texts()
        }
        assert len(arcs) > 2
        assert {text: arc for text, arc in arcs.items() if arc < LARGER_ARC_MIN} == {}, type(scene).__name__
