from collections.abc import Callable
from itertools import cycle, islice

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.core.effects import ShowShelf
from kiosk.core.glass.scene import Attract, Offering
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SHELF, SampleShop
from kiosk.screen.screen import Screen
from kiosk.screen.text.shelf_card import ShelfCard
from kiosk.screen.views.shelf_view import ShelfView
from kiosk.theming.package import Theme
from kiosk.theming.shelf import Shelf as ThemeShelf
from tests.contract.test_shelf_price import make_money
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items, find_places, find_window
from tests.screen.conftest import OpenScreen

LONG_NAMES = (
    "Fruchtaufstrich Waldhimbeere ohne Kerne 340 g",
    "Handgeschöpfte Zartbitterschokolade mit Meersalzkaramell",
    "Sonnenblumenkernöl kaltgepresst",
    "Wein",
)
STILL = Attract(None, None, "de", "i")
BEER, WINE = ShelfCard("1", "Bier"), ShelfCard("2", "Wein", ask="Preis an der Kasse")
Look = Callable[[Screen], QImage]


def open_shelf(open_screen: OpenScreen, theme: Theme | None = None) -> Screen:
    screen = open_screen("1920x360", theme=theme)
    screen.stage.show(STILL)
    screen.stage.show_shelf(ShowShelf(SHELF, hold=True, language="de"))
    return screen


def list_texts(item: QQuickItem) -> list[str]:
    """All that can be read below this item."""
    own = [str(item.property("text"))] if item.property("text") and item.isVisible() else []
    return own + [text for child in item.childItems() if child.isVisible() for text in list_texts(child)]


def read_glass() -> list[str]:
    return list_texts(find_window().contentItem())


def test_an_article_that_changes_leaves_all_others_as_they_stand(qtbot: QtBot) -> None:
    view = ShelfView()
    view.fill((BEER, WINE), "#000000")
    assert (view.property("count"), view.rowCount(), view.property("ink")) == (2, 2, QColor("#000000"))
    roles = {bytes(name.data()).decode(): role for role, name in view.roleNames().items()}
    assert [view.data(view.index(place), roles["ask"]) for place in (0, 1)] == ["", "Preis an der Kasse"]
    assert view.data(view.index(0), 0) is None
    assert view.rowCount(view.index(0)) == 0

    changed: list[int] = []

    def note(first: QModelIndex, _last: QModelIndex) -> None:
        changed.append(first.row())

    view.dataChanged.connect(note)
    with qtbot.assertNotEmitted(view.modelReset):
        view.fill((BEER, replace(WINE, ask="")), "#000000")
    assert changed == [1]
    with qtbot.waitSignal(view.modelReset):
        view.fill((WINE,), "#000000")


def test_each_price_stands_on_the_glass_with_all_that_belongs_to_it(open_screen: OpenScreen, look_at: Look) -> None:
    look_at(open_shelf(open_screen))
    texts = read_glass()

    assert {"Rhabarberschorle 0,5\u00a0l", "1,", "19\u00a0€", "1,49\u00a0€", "je kg"} <= set(texts)
    assert "2,38\u00a0€ je\u00a01\u00a0l\nzzgl. 0,15\u00a0€ Pfand" in texts


def test_without_certainty_no_figure_of_any_price_is_left(open_screen: OpenScreen, look_at: Look) -> None:
    screen = open_shelf(open_screen)
    look_at(screen)
    screen.stage.show_shelf(ShowShelf(SHELF, hold=False, language="de"))
    look_at(screen)
    texts = read_glass()

    assert texts.count("Preis an der Kasse") == len(SHELF)
    assert not [text for text in texts if "€" in text]


def test_a_change_is_there_in_the_next_frame_and_no_frame_lacks_the_others(
    open_screen: OpenScreen, look_at: Look
) -> None:
    screen = open_shelf(open_screen)
    before = look_at(screen)
    cheaper = (replace(SHELF[0], price=make_money("0.99"), was=None), *SHELF[1:])
    screen.stage.show_shelf(ShowShelf(cheaper, hold=True, language="de"))
    after = find_window().grabWindow()

    width = before.width() // len(SHELF)
    below = 20  # the line that tells of the change
    same = [(place * width + 2, below, width - 4, before.height() - below) for place in range(1, len(SHELF))]
    assert all(before.copy(*area) == after.copy(*area) for area in same)
    assert before.copy(2, below, width - 4, 200) != after.copy(2, below, width - 4, 200)
    assert "0," in read_glass()


def list_news() -> list[bool]:
    """Of each article, whether the glass tells that its price is another one."""
    return [float(line.property("opacity")) > 0 for line in find_items("NewsLine")]


def test_it_is_news_that_a_price_is_another_one_and_none_that_it_is_unsure_for_a_while(
    open_screen: OpenScreen, look_at: Look
) -> None:
    lasting = replace(THEMES["daylight"], tokens=replace(THEMES["daylight"].tokens, pulse_every_ms=600_000))
    screen = open_shelf(open_screen, lasting)
    look_at(screen)
    cheaper = (replace(SHELF[0], price=make_money("0.99"), was=None), *SHELF[1:])
    seen: list[list[bool]] = []
    for prices, hold in ((SHELF, False), (SHELF, True), (SHELF, False), (cheaper, True)):
        screen.stage.show_shelf(ShowShelf(prices, hold=hold, language="de"))
        look_at(screen)
        seen.append(list_news())
    nothing = [False] * len(SHELF)
    assert seen == [nothing, nothing, nothing, [True, *nothing[1:]]]


def test_prices_that_have_no_room_come_by_page(open_screen: OpenScreen, look_at: Look) -> None:
    screen = open_screen("960x180")
    screen.stage.show(STILL)
    many = tuple(replace(SHELF[1], code=f"{number:014d}", title={"de": f"Wein {number}"}) for number in range(20))
    screen.stage.show_shelf(ShowShelf(many, hold=True, language="de"))
    look_at(screen)

    shown = [text for text in read_glass() if text.startswith("Wein\u00a0")]
    assert 0 < len(shown) < len(many)
    assert shown == [f"Wein\u00a0{number}" for number in range(len(shown))]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_names_are_whole_above_prices_at_one_height_and_stand_in_rows_where_there_is_room(
    open_screen: OpenScreen, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme)
    screen.stage.show(STILL)
    for most in (len(LONG_NAMES), 15):
        names = islice(cycle(LONG_NAMES), most)
        many = tuple(replace(SHELF[0], code=f"{place:014d}", title={"de": name}) for place, name in enumerate(names))
        screen.stage.show_shelf(ShowShelf(many, hold=True, language="de"))
        screen.take_screenshot()

        told = find_items("Name")
        assert len(told) >= min(most, 3)
        assert [item.property("text") for item in told if item.property("truncated")] == []
        assert not any(item.property("contentWidth") > item.width() + 1 for item in told)
        feet = {round(line.mapRectToScene(line.boundingRect()).bottom()) for line in told}
        assert len(feet) == len({round(place.top()) for place in find_places("ShelfCard")}), f"one height a row: {most}"
        assert len(feet) >= 2 or size == SIZES["shelf-edge"] or most < 15, "more than one row"


def test_an_offer_covers_the_shelf_for_as_long_as_it_stands(
    open_screen: OpenScreen, look_at: Look, shop: SampleShop
) -> None:
    screen = open_shelf(open_screen)
    screen.stage.show(Offering(shop.make_offer(SAMPLES[0]), "de", "i", "s"))
    look_at(screen)
    assert "Rhabarberschorle 0,5\u00a0l" not in read_glass()

    screen.stage.show(STILL)
    look_at(screen)
    assert "Rhabarberschorle 0,5\u00a0l" in read_glass()


def test_another_theme_says_it_in_its_own_ink(open_screen: OpenScreen, look_at: Look, qtbot: QtBot) -> None:
    screen = open_shelf(open_screen)
    look_at(screen)
    day, night = (ThemeShelf().read(name).tokens for name in ("daylight", "night"))
    view = screen.stage.view.shelf_view
    assert view.property("ink") == QColor(day.ink)

    screen.dress(ThemeShelf().read("night"))
    qtbot.waitUntil(lambda: view.property("ink") == QColor(night.light_ink))


@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["portrait"]])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_in_larger_running_text_prices_are_still_larger_than_names(
    open_screen: OpenScreen, theme: Theme, size: str
) -> None:
    screen = open_screen(size, theme=theme, text_scale=1.25)
    screen.stage.show(STILL)
    screen.stage.show_shelf(ShowShelf(SHELF, hold=True, language="de"))
    screen.take_screenshot()
    cards = [card for card in find_items("ShelfCard") if card.isVisible()]
    assert cards
    for card in cards:
        assert card.property("size") > find_name_size(card) * 1.5


def find_name_size(card: QQuickItem) -> float:
    """How large the name of an article is set, in pixels."""
    (name,) = (
        item for item in card.childItems() if item.isVisible() and item.property("text") == card.property("title")
    )
    return float(name.property("fontInfo").property("pixelSize").toNumber())
