import pytest

from kiosk.core.glass.scene import Attract, Browsing, Notice, Offering, Saved
from kiosk.screen.gallery.samples import SampleShop
from kiosk.screen.gallery.sceneries import CAPTIONS, list_sceneries


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_of_scene_is_there_with_a_caption_in_its_language(shop: SampleShop, language: str) -> None:
    sceneries = list_sceneries(shop, language)
    assert {type(scenery.scene) for scenery in sceneries} == {Attract, Browsing, Notice, Offering, Saved}
    assert any(scenery.scene.identify for scenery in sceneries)
    captions = [scenery.caption for scenery in sceneries]
    assert captions == [both[language == "en"] for both in CAPTIONS.values()]
