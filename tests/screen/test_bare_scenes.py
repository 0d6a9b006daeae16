"""Proves that words which have the glass for themselves stand in the middle of it, and on one line where they can."""

import pytest

from kiosk.contract.playlist import Item
from kiosk.contract.scan import ScanAnswer
from kiosk.core.glass.scene import Attract, Miss, Scanned
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.sceneries import HOURS, OPENING
from kiosk.theming.package import Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items, find_places, find_zone
from tests.screen.conftest import OpenScreen

READ = ("Headline", "Lettering", "Line_", "EvenLine_")
UNKNOWN = Scanned("s", "de", ScanAnswer(), miss=Miss.UNKNOWN, reader_ready=True)
NEAR = 0.12
"""Of the glass's height: how far from its middle what is read may have its own."""

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def find_middle() -> float:
    """How far the middle of all that is read is from that of the glass, in shares of its height."""
    places = find_places(READ)
    upper, lower = min(place.top() for place in places), max(place.bottom() for place in places)
    return abs((upper + lower) / 2 - find_zone().center().y()) / find_zone().height()


@pytest.mark.parametrize("theme", [one for one in THEMES.values() if one.tokens.arrangement != "centred"])
@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["shelf-edge"]])
def test_what_was_not_found_is_told_level_with_its_sign(open_screen: OpenScreen, theme: Theme, size: str) -> None:
    screen = open_screen(size, theme=theme)
    screen.stage.show(UNKNOWN)
    screen.take_screenshot()
    assert find_middle() < NEAR


@themes
@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["portrait"]])
def test_in_larger_text_it_stands_in_the_middle_of_the_page(open_screen: OpenScreen, theme: Theme, size: str) -> None:
    screen = open_screen(size, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    screen.stage.show(Scanned("s", "de", ScanAnswer(), miss=Miss.UNKNOWN, reader_ready=True, larger=True))
    screen.take_screenshot()
    (page,) = find_items("LargePage")
    words = [item for item in page.childItems() if item.isVisible() and item.property("contentHeight")]
    upper, lower = min(item.y() for item in words), max(item.y() + item.property("contentHeight") for item in words)
    assert abs((upper + lower) / 2 - page.height() / 2) < page.height() * NEAR


@themes
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_message_of_the_loop_breaks_only_where_it_would_be_much_smaller_on_one_line(
    open_screen: OpenScreen, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    screen.stage.show(Attract(Item("t", "text", title=OPENING, text=HOURS), None, "de", "i"))
    screen.take_screenshot()
    (title,) = find_items("Headline")
    ink, lines = float(title.property("contentWidth")), int(title.property("lineCount"))
    assert lines == 1 or ink < title.width() * 0.8
    assert not title.property("truncated")
