import pytest

from kiosk.core.glass.scene import Attract, Browsing, Called, Dark, Hint, Notice, Offering, Saved, Scanned
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


def test_what_is_seen_at_a_door_at_a_desk_and_after_a_scan_is_there(shop: SampleShop) -> None:
    hints = [scenery.scene.hint for scenery in list_sceneries(shop, "de")]
    assert {Hint.WELCOME, Hint.FAREWELL, Hint.IN_BASKET, Hint.BASKET_FULL, Hint.BASKET_LOCKED} < set(hints)
    assert any(isinstance(hint, Called) for hint in hints)


def test_an_offer_and_a_kept_one_are_there_on_glass_that_can_be_touched_too(shop: SampleShop) -> None:
    touched = [scenery for scenery in list_sceneries(shop, "de") if scenery.is_touched]
    assert {type(scenery.scene) for scenery in touched} == {Browsing, Offering, Saved, Scanned}
    assert any(isinstance(one.scene, Offering) and not one.scene.larger for one in touched)
    assert any(isinstance(one.scene, Saved) and not one.scene.larger for one in touched)
