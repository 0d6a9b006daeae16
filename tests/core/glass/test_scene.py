import pytest

from kiosk.contract.offer import Offer
from kiosk.core.glass.scene import Attract, Browsing, Dark, Notice, Offering, Saved, Scene, tell_offer
from kiosk.core.notice.bulletin import Bulletin
from tests.doubles.shop_floor import MUG, POSTER


@pytest.mark.parametrize(
    ("scene", "offer"),
    [
        (Attract(POSTER, MUG, "de", "i"), MUG),
        (Attract(POSTER, None, "de", "i"), None),
        (Offering(MUG, "de", "i", "anna"), MUG),
        (Saved(MUG, "de", "b"), MUG),
        (Browsing(MUG, "de", "i"), MUG),
        (Notice(Bulletin({"": "Fire"}), ("Fire",), "de", "i"), None),
        (Dark("de", "i"), None),
    ],
)
def test_a_tap_keeps_the_offer_that_the_scene_shows(scene: Scene, offer: Offer | None) -> None:
    assert tell_offer(scene) == offer
