import msgspec
import pytest

from kiosk.core.scene import Attract, Hint, Offering, Saved
from kiosk.places import find_shipped
from kiosk.screen.gallery import SAMPLES, Gallery
from kiosk.screen.scene_view import SceneView
from kiosk.screen.stage import Place, phrase_hint
from kiosk.theming.package import read_theme
from tests.screen.conftest import OpenScreen

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]


def test_each_scene_is_told_by_name_with_its_hint(open_screen: OpenScreen, gallery: Gallery) -> None:
    stage = open_screen("960x540", Place("left", "1 taps a card")).stage
    offer = gallery.make_offer(SAMPLES[0])
    told: list[tuple[object, object]] = []
    for scene in (
        Attract(None, None, "de", "i", hint=Hint.NOTHING_TO_SAVE),
        Offering(offer, "de", "i", "s", hint=Hint.USE_CODE),
        Saved(offer, "de", "b"),
    ):
        stage.show(scene)
        told.append((stage.property("scene"), stage.property("hint")))
    assert told == [("attract", WORDS.hint_nothing_to_save), ("offering", WORDS.hint_use_code), ("saved", "")]
    assert (stage.property("side"), stage.property("keys")) == ("left", "1 taps a card")


def test_a_scene_keeps_its_content_while_another_one_is_on_the_glass(open_screen: OpenScreen, gallery: Gallery) -> None:
    stage = open_screen("960x540").stage
    mug, candle = (gallery.make_offer(sample) for sample in SAMPLES[:2])
    stage.show(Offering(mug, "de", "i", "s"))
    stage.show(Saved(candle, "en", "b"))
    titles = [view.property("title") for view in stage.findChildren(SceneView)]
    assert titles == ["", "Steinzeugbecher", "Scented candle"]


def test_each_scene_is_a_generation_of_its_own(open_screen: OpenScreen) -> None:
    stage = open_screen("960x540").stage
    still = Attract(None, None, "de", "i")
    first = stage.show(still)
    assert stage.show(still) == first + 1


@pytest.mark.parametrize("hint", [None, *Hint])
def test_each_hint_has_a_sentence_of_its_own(hint: Hint | None) -> None:
    sentence = phrase_hint(hint, WORDS)
    assert bool(sentence) == (hint is not None)
    assert sentence == "" or sentence in msgspec.structs.asdict(WORDS).values()
