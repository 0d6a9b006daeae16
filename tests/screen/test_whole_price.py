"""Proves that a price stands on the glass with all that the law wants beside it, whatever its theme and format."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.contract.scan import ScanAnswer
from kiosk.core.glass.scene import Hint, Scanned
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SHELF
from kiosk.screen.gallery.sceneries import BUNDLE, TAKE
from kiosk.screen.screen import Screen
from kiosk.theming.package import Theme
from tests.screen.conftest import OpenScreen, find_window
from tests.screen.test_squat_glass import LINES, THEMES, find_zone, is_a, list_items

REDUCED = ScanAnswer(article=SHELF[0], matching=(BUNDLE,), stock=3, take_url=TAKE)
"""As much small print as an article can have: what it was, the lowest price, a unit's price and a deposit."""


@pytest.fixture(params=SIZES.values(), ids=list(SIZES))
def screen(open_screen: OpenScreen, request: pytest.FixtureRequest, theme: Theme) -> Screen:
    screen = open_screen(request.param, theme=theme)
    screen.offer_touch(lambda _wish: None, languages=2)
    return screen


@pytest.fixture(params=THEMES.values(), ids=list(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen = request.param
    assert isinstance(chosen, Theme)
    return chosen


def find_written(texts: set[str]) -> dict[str, QRectF]:
    """Where such texts stand on the glass, as far as they are not cut by what holds them."""
    items = [item for item in list_items(find_window().contentItem()) if is_a(item, LINES)]
    return {str(item.property("text")): _place(item) for item in items if item.property("text") in texts}


def _place(item: QQuickItem) -> QRectF:
    height = max(item.height(), float(item.property("contentHeight")))
    return item.mapRectToScene(QRectF(0, 0, item.width(), height))


@pytest.mark.parametrize("larger", [False, True], ids=["usual", "larger"])
@pytest.mark.parametrize("hint", [None, Hint.IN_BASKET], ids=["no hint", "a hint"])
def test_a_reduced_price_is_whole_with_what_it_was_and_its_small_print(
    screen: Screen, hint: Hint | None, *, larger: bool
) -> None:
    for language in ("de", "en"):
        screen.stage.show(Scanned("s", language, REDUCED, hint=hint, reader_ready=True, larger=larger))
        screen.take_screenshot()
        view = screen.stage.view.scenes["offering"]
        told = {str(view.property(name)) for name in ("struck", "fine")}
        places = find_written(told)
        assert set(places) == told, "what it was, and its small print"
        assert all(find_zone().contains(place) for place in places.values())
