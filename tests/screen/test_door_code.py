"""At a door the loop shows where a phone comes in: read from real frames of the sample shop."""

import pytest

from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Hint
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import LINK, SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import HOURS, OPENING, VISIT
from tests.screen.conftest import OpenScreen
from tests.screen.test_scenes import Look, read_codes

OFFERED = Item("mug", "offer", offer="mug")
TEXT = Item("text", "text", title=OPENING, text=HOURS)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_its_code_is_read_whatever_plays_there(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, size: str
) -> None:
    screen, offer = open_screen(size), shop.make_offer(SAMPLES[0])
    for item, shown in ((OFFERED, offer), (TEXT, None), (None, None)):
        for language in ("de", "en"):
            screen.stage.show(Attract(item, shown, language, "i", reader_ready=True, visit_url=VISIT))
            assert read_codes(look_at(screen)) == [VISIT]


def test_it_gives_way_to_the_offers_while_a_hint_asks_for_that(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look
) -> None:
    screen, offer = open_screen(), shop.make_offer(SAMPLES[0])
    scene = Attract(OFFERED, offer, "de", "i", reader_ready=True, hint=Hint.USE_CODE, visit_url=VISIT)
    screen.stage.show(scene)
    assert read_codes(look_at(screen)) == [LINK]
