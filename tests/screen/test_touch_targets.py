"""How large what can be touched is, and where it lies."""

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk import settings
from kiosk.core.glass.scene import Browsing, Comfort
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.theming.shelf import find_theme
from tests.doubles.glass_items import list_targets
from tests.screen.conftest import OpenScreen


def find_root(width: int) -> QQuickItem:
    """All that stands in the window of this width."""
    windows = [window for window in QGuiApplication.topLevelWindows() if isinstance(window, QQuickWindow)]
    return next(window for window in windows if window.width() == width).contentItem()


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_targets_are_large_do_not_overlap_and_lie_on_the_glass(open_screen: OpenScreen, size: str) -> None:
    theme = find_theme(settings.Theme()).theme
    screen = open_screen(size, theme=replace(theme, tokens=replace(theme.tokens, step=4)))
    screen.offer_touch(lambda _wish: None, languages=2)
    offer = SampleShop().make_offer(SAMPLES[0])
    width, height = map(int, size.split("x"))
    root = find_root(width)
    for comfort in (Comfort(), Comfort(lower=True)):
        screen.stage.show(Browsing(offer, "de", "i", 1, 3, comfort))
        screen.take_screenshot()
        places = [target.mapRectToScene(target.boundingRect()) for target in list_targets(root)]
        assert len(places) == 7
        assert all(min(place.width(), place.height()) >= 96 for place in places)
        assert all(QRectF(0, 0, width, height).contains(place) for place in places)
        assert not any(one.intersects(other) for one, other in combinations(places, 2))


@pytest.mark.parametrize("lower", [True, False])
def test_on_a_tall_glass_every_row_of_controls_is_filled_and_all_words_are_of_one_size(
    open_screen: OpenScreen, *, lower: bool
) -> None:
    screen = open_screen("1080x1920")
    screen.offer_touch(lambda _wish: None, languages=2)
    screen.stage.show(Browsing(SampleShop().make_offer(SAMPLES[0]), "de", "i", 1, 3, Comfort(lower=lower)))
    screen.take_screenshot()
    keys = list_targets(find_root(1080))
    places = [place for key in keys if (place := key.mapRectToScene(key.boundingRect())).top() > 1920 * 0.8]
    rows = [[place for place in places if place.top() == top] for top in sorted({place.top() for place in places})]
    assert len(rows) == 2
    assert {row[0].left() for row in rows} == {rows[0][0].left()}
    assert [row[-1].right() for row in rows] == pytest.approx([rows[0][-1].right()] * 2, abs=len(places))
    assert len({key.property("most") for key in keys if key.property("named")}) == 1


def test_controls_on_demand_are_all_in_the_lowest_part_of_a_tall_glass(open_screen: OpenScreen) -> None:
    screen = open_screen("1080x1920")
    screen.offer_touch(lambda _wish: None, languages=2)
    screen.stage.show(Browsing(SampleShop().make_offer(SAMPLES[0]), "de", "i", 1, 3, Comfort(lower=True)))
    screen.take_screenshot()
    tops = [target.mapToScene(QPointF(0, 0)).y() for target in list_targets(find_root(1080))]
    assert min(tops) > 1920 * 0.8


@pytest.mark.parametrize("lower", [True, False])
def test_on_a_squat_glass_controls_stand_in_two_rows_where_their_words_would_be_small_in_one(
    open_screen: OpenScreen, *, lower: bool
) -> None:
    screen = open_screen("1280x1024")
    screen.offer_touch(lambda _wish: None, languages=2)
    screen.stage.show(Browsing(SampleShop().make_offer(SAMPLES[0]), "de", "i", 1, 3, Comfort(lower=lower)))
    screen.take_screenshot()
    keys = list_targets(find_root(1280))
    places = [key.mapRectToScene(key.boundingRect()) for key in keys if key.property("named") or lower]
    assert len({place.top() for place in places}) == (2 if lower else 1)
    assert all(QRectF(0, 0, 1280, 1024).contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    named = [key for key in keys if key.property("named")]
    assert min(float(key.property("most")) for key in named) >= 24


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_words_on_controls_hardly_shrink_where_the_arrows_stand_beside_them(open_screen: OpenScreen, size: str) -> None:
    screen = open_screen(size)
    screen.offer_touch(lambda _wish: None, languages=2)
    most: list[float] = []
    for lower in (False, True):
        screen.stage.show(Browsing(SampleShop().make_offer(SAMPLES[0]), "de", "i", 1, 3, Comfort(lower=lower)))
        screen.take_screenshot()
        named = [key for key in list_targets(find_root(int(size.split("x", maxsplit=1)[0]))) if key.property("named")]
        most.append(min(float(key.property("most")) for key in named))
    assert most[1] >= most[0] * 0.8
