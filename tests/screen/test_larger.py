"""Proves that larger text holds in every scene of a visit, in every shipped theme, without anything cut or covered."""

from collections.abc import Callable
from itertools import product

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.contract.offer import Offer
from kiosk.core.glass.scene import Browsing, Comfort, Offering, Saved, Scene
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM, LONG_TEXT, LONG_TITLE
from kiosk.screen.layout.keys import ZOOM
from kiosk.screen.place import Place
from kiosk.screen.screen import Screen
from kiosk.screen.text.hyphens import SOFT_HYPHEN
from kiosk.screen.text.prices import MINUS, NO_BREAK_SPACE
from kiosk.screen.theme.look import MODULE
from kiosk.theming.package import LANGUAGES, Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import LINES, find_items, find_places, find_window, find_zone, name_kind
from tests.screen.conftest import OpenScreen
from tests.screen.test_long_names import WORD, judge_scene

MANY = "Sehr viel zu sagen hat dieser Text. " * 55
"""Two thousand letters."""

LEAST = 1.1
"""So much larger it is even where a line has hardly room."""

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)

OpenTouched = Callable[..., Screen]


@pytest.fixture
def open_touched(open_screen: OpenScreen) -> OpenTouched:
    def open_one(size: str, theme: Theme, side: str = "right") -> Screen:
        screen = open_screen(size, Place(side), theme=theme)  # type: ignore[arg-type]  # the tests name its literals
        screen.offer_touch(lambda _wish: None, languages=2)
        return screen

    return open_one


@pytest.fixture
def offers(shop: SampleShop) -> tuple[Offer, ...]:
    mug = shop.make_offer(SAMPLES[0])
    return (replace(mug, title=LONG_TITLE), replace(mug, title={"de": WORD}, text={"de": MANY}))


def measure_lines(screen: Screen, scene: Scene) -> dict[str, float]:
    """How high a line of each running text on the glass is set."""
    screen.stage.show(scene)
    screen.take_screenshot()
    lines = find_items(LINES)
    told = [line for line in lines if not line.parentItem().property("path")]  # a control's word fits its control
    return {str(line.property("text")): measure_line(line) for line in told if line.property("lineCount")}


def measure_line(line: QQuickItem) -> float:
    return float(line.property("contentHeight") / line.property("lineCount") / line.property("lineHeight"))


def judge_text(name: str) -> None:
    """No text lies on another one."""
    words = find_places(("Headline", "Line_", "EvenLine_", "Figures_"))
    assert not any(one.intersects(other) for one in words for other in words if one is not other), name


@themes
@sizes
def test_nothing_of_a_visit_in_larger_text_is_cut_or_covered(
    open_touched: OpenTouched, offers: tuple[Offer, ...], theme: Theme, size: str
) -> None:
    screen = open_touched(size, theme)
    for offer in offers:
        judge_scene(screen, Offering(offer, "de", "i", "s", reader_ready=True, larger=True))
        judge_text(offer.id)
        judge_scene(screen, Saved(offer, "de", "b", claim_url=CLAIM, larger=True))


@pytest.mark.parametrize("side", ["left", "below"])
@sizes
def test_larger_text_makes_room_for_a_reader_elsewhere(
    open_touched: OpenTouched, offers: tuple[Offer, ...], size: str, side: str
) -> None:
    screen = open_touched(size, THEMES["contrast"], side)
    judge_scene(screen, Offering(offers[0], "de", "i", "s", reader_ready=True, larger=True))
    judge_text(side)


@themes
@sizes
def test_every_text_of_a_visit_is_larger_than_in_the_usual_scene(
    open_touched: OpenTouched, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_touched(size, theme)
    offer = shop.make_offer(SAMPLES[0])
    for scene in (Offering(offer, "de", "i", "s", reader_ready=True), Saved(offer, "de", "b", claim_url=CLAIM)):
        usual, larger = (measure_lines(screen, one) for one in (scene, replace(scene, larger=True)))
        told = usual.keys() & larger.keys()
        assert told
        assert [text for text in told if larger[text] < usual[text] * LEAST] == []


def measure_figures(screen: Screen, scene: Scene) -> float:
    """How high the largest figures on the glass are, all of which stand whole on it."""
    screen.stage.show(scene)
    screen.take_screenshot()
    places = find_places(("PriceFigures", "Figures_"))
    assert all(find_zone().contains(place) for place in places)
    return max(place.height() for place in places)


@themes
@sizes
def test_larger_text_never_makes_the_price_smaller(
    open_touched: OpenTouched, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_touched(size, theme)
    for offer in map(shop.make_offer, (SAMPLES[0], SAMPLES[2])):
        for scene, larger in (
            (
                Offering(offer, "de", "i", "s", reader_ready=True),
                Offering(offer, "de", "i", "s", reader_ready=True, larger=True),
            ),
            (
                Browsing(offer, "de", "i", reader_ready=True),
                Browsing(offer, "de", "i", comfort=Comfort(larger=True), reader_ready=True),
            ),
        ):
            assert measure_figures(screen, larger) >= measure_figures(screen, scene) * 0.98, type(scene).__name__


@themes
@sizes
def test_larger_text_says_by_how_much_a_price_was_reduced(
    open_touched: OpenTouched, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_touched(size, theme)
    offer = shop.make_offer(SAMPLES[0])
    for scene in (
        Offering(offer, "de", "i", "s", reader_ready=True, larger=True),
        Browsing(offer, "de", "i", comfort=Comfort(larger=True), reader_ready=True),
    ):
        assert f"{MINUS}23{NO_BREAK_SPACE}%" in measure_lines(screen, scene)
        judge_text(offer.id)


def read_lead() -> float:
    """How large running text usually is on this glass, in pixels."""
    window = find_window()
    assert isinstance(window, QQuickView)
    tokens = window.engine().singletonInstance(MODULE, "Tokens")
    assert isinstance(tokens, QObject)
    return float(tokens.property("lead"))


def find_text(screen: Screen, scene: Offering | Browsing) -> QQuickItem:
    """What the offer says, on the glass."""
    screen.stage.show(scene)
    screen.take_screenshot()
    wanted = scene.offer.text[scene.language]
    lines = find_items(LINES)
    (line,) = (line for line in lines if str(line.property("text")).replace(SOFT_HYPHEN, "") == wanted)
    return line


@themes
@sizes
def test_larger_text_sets_all_that_an_offer_says_half_as_large_again_at_least(
    open_touched: OpenTouched, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_touched(size, theme)
    mug, headphones = (shop.make_offer(SAMPLES[number]) for number in (0, 2))
    long = replace(mug, title=LONG_TITLE, text=LONG_TEXT)
    for offer, language in ((mug, "en"), (headphones, "en"), (long, "de")):
        for scene in (
            Offering(offer, language, "i", "s", reader_ready=True, larger=True),
            Browsing(offer, language, "i", comfort=Comfort(larger=True), reader_ready=True),
        ):
            line = find_text(screen, scene)
            assert not line.property("truncated"), type(scene).__name__
            assert line.property("fontInfo").property("pixelSize").toNumber() >= read_lead() * ZOOM - 1


@themes
@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["portrait"]])
def test_larger_text_keeps_the_product_in_sight(
    open_touched: OpenTouched, offers: tuple[Offer, ...], shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_touched(size, theme)
    mug, candle, headphones = map(shop.make_offer, SAMPLES[:3])
    scenes: list[Offering | Browsing] = [Offering(mug, "de", "i", "s", reader_ready=True, larger=True)]
    for one, language in product((mug, candle, headphones), LANGUAGES):
        scenes += [Browsing(one, language, "i", comfort=Comfort(larger=True), reader_ready=True)]
    for scene in scenes:
        screen.stage.show(scene)
        screen.take_screenshot()
        words = find_places(("Headline", "Line_", "EvenLine_", "Figures", "CodeCard", "TapPlace"))
        cuts = find_places(("ProductCut",))
        assert not any(cut.intersects(place) for cut in cuts for place in words)
        assert all(find_zone().contains(cut) for cut in cuts)
        assert all(min(cut.width(), cut.height()) > 180 for cut in cuts)
        assert len(cuts) == 1, scene.offer.id
    screen.stage.show(Offering(offers[1], "de", "i", "s", reader_ready=True, larger=True))
    screen.take_screenshot()
    assert find_places(("ProductCut",)) == [], "two thousand letters leave no room"


@themes
@pytest.mark.parametrize("size", [SIZES["landscape"], SIZES["portrait"]])
def test_larger_text_is_centred_where_the_usual_is(
    open_touched: OpenTouched, shop: SampleShop, theme: Theme, size: str
) -> None:
    screen = open_touched(size, theme)
    screen.stage.show(Offering(shop.make_offer(SAMPLES[1]), "de", "i", "s", larger=True))
    screen.take_screenshot()
    told = [item for item in find_items(("Headline", "Line_")) if "LargePage" in name_owner(item)]
    assert told
    for item in told:
        words = item.boundingRect()
        begin = (item.width() - words.width()) / 2 if theme.tokens.arrangement == "centred" else 0
        assert words.left() == pytest.approx(begin, abs=1.5), str(item.property("text"))


def name_owner(item: QQuickItem) -> str:
    return name_kind(item.parentItem())
