import pytest

from kiosk.core.glass.scene import Attract, Browsing, Dark, Notice, Offering, Saved, Scanned
from kiosk.screen.gallery.samples import SampleShop
from kiosk.screen.gallery.sceneries import CAPTIONS, NOTICE, list_sceneries


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_of_scene_is_there_with_a_caption_in_its_language(shop: SampleShop, language: str) -> None:
    sceneries = list_sceneries(shop, language)
    assert {type(scenery.scene) for scenery in sceneries} == {Attract, Browsing, Dark, Notice, Offering, Saved, Scanned}
    assert any(scenery.scene.identify for scenery in sceneries)
    captions = [scenery.caption for scenery in sceneries]
    assert captions == [both[language == "en"] for both in CAPTIONS.values()]


def test_what_hangs_in_two_languages_begins_with_the_one_that_is_asked_for(shop: SampleShop) -> None:
    sceneries = {scenery.name: scenery for scenery in list_sceneries(shop, "en")}
    notice = sceneries["notice"].scene
    assert isinstance(notice, Notice)
    assert notice.texts == (NOTICE["en"], NOTICE["de"])
    assert [name for name, scenery in sceneries.items() if scenery.sign.code] == ["enrol"]
