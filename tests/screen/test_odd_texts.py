"""Proves that the loop plays on and keeps to its glass whatever is written: emoji, right to left, no glyph, no end."""

import pytest
from msgspec.structs import replace

from kiosk.contract.playlist import Item
from kiosk.core.effects import ShowShelf
from kiosk.core.glass.scene import Attract, Browsing, Comfort, Notice, Offering, Saved, Scene
from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import SAMPLES, SHELF, SampleShop
from kiosk.screen.gallery.sceneries import CLAIM
from kiosk.screen.screen import Screen
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_places, find_window, find_zone
from tests.screen.conftest import OpenScreen

TEXTS = {
    "emoji": "Kaffee \u2615\ufe0f \U0001f389 \U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1ea\U0001f1fa",
    "from right to left": "\u0642\u0647\u0648\u0629 \u0637\u0627\u0632\u062c\u0629 \u05e7\u05e4\u05d4",
    "both directions": "Mokka \u0642\u0647\u0648\u0629 250 g \u05e7\u05e4\u05d4 (2026)",
    "no glyph anywhere": "\U00012000\U00012001 \ue000\uf8ff \U000f0000 \u0378",
    "marks upon marks": "Ka" + "\u0301\u0308\u030a\u0327" * 40 + "ffee",
    "no space": "\u6e29" * 300,
    "two thousand letters": ("Mit Kegelmahlwerk und sehr viel Geduld. " * 60)[:2000],
    "one word of two thousand letters": "W" * 2000,
    "nothing to see": "\u200b\u2060 \u00a0",
}  # fmt: skip  # a table reads better than its formatted form


@pytest.fixture(params=SIZES.values(), ids=list(SIZES))
def screen(open_screen: OpenScreen, request: pytest.FixtureRequest) -> Screen:
    """In the theme that has most on the glass: a bar, a ticker and a plate."""
    screen = open_screen(request.param, theme=THEMES["market"])
    screen.offer_touch(lambda _wish: None, languages=2)
    return screen


def list_scenes(shop: SampleShop, text: str) -> tuple[Scene, ...]:
    """Every kind of scene that a shop's own words stand on."""
    words = {"de": text}
    offer = replace(shop.make_offer(SAMPLES[0]), title=words, text=words, unit=words)
    return (
        Attract(Item("i", "text", title=words, text=words), None, "de", "i"),
        Attract(Item("i", "offer", offer=offer.id), offer, "de", "i", reader_ready=True),
        Offering(offer, "de", "i", "s", reader_ready=True),
        Offering(offer, "de", "i", "s", reader_ready=True, larger=True),
        Browsing(offer, "de", "i", 1, 2, Comfort(larger=True), reader_ready=True),
        Saved(offer, "de", "b", claim_url=CLAIM),
        Saved(offer, "de", "b", claim_url=CLAIM, larger=True),
        Notice(Bulletin(words, Level.WARNING), (text,), "de", "i"),
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_whatever_is_written_the_next_frame_comes_and_cards_and_bands_stay_clear(
    screen: Screen, shop: SampleShop, text: str
) -> None:
    screen.stage.run_ticker((text, text))
    for scene in list_scenes(shop, text):
        screen.stage.show(scene)
        frame = screen.take_screenshot()
        assert not frame.isNull()
        if not isinstance(scene, Notice):
            zone = find_zone()
            assert all(zone.contains(place) for place in find_places(("Headline", "Lettering", "Figures", "KeptCard")))
            assert all(zone.intersects(card) for card in find_places(("CodeCard", "TapPlace")))
    screen.stage.show_shelf(ShowShelf((replace(SHELF[0], title={"de": text}),), hold=True, language="de"))
    screen.stage.show(Attract(None, None, "de", "i"))
    glass = find_window().contentItem()
    (card,) = find_places(("ShelfCard",))
    assert not screen.take_screenshot().isNull()
    assert glass is not None
    assert glass.mapRectToScene(glass.boundingRect()).contains(card)
