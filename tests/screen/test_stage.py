from pytestqt.qtbot import QtBot

from kiosk.contract.offer import MediaRef
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Hint, Notice, Offering, Saved
from kiosk.core.notice.bulletin import Bulletin, Level
from kiosk.places import find_shipped
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports
from kiosk.screen.views.notice_view import NoticeView
from kiosk.screen.views.scene_view import SceneView
from kiosk.theming.package import read_theme
from tests.doubles.videos import GREEN
from tests.screen.conftest import OpenScreen

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]


def test_each_scene_is_told_by_name_with_its_hint(open_screen: OpenScreen, shop: SampleShop) -> None:
    stage = open_screen("960x540", Place("left", "1 taps a card")).stage
    offer = shop.make_offer(SAMPLES[0])
    told: list[tuple[object, object]] = []
    for scene in (
        Attract(None, None, "de", "i", hint=Hint.NOTHING_TO_SAVE),
        Offering(offer, "de", "i", "s", hint=Hint.USE_CODE),
        Saved(offer, "de", "b"),
    ):
        stage.show(scene)
        told.append((stage.view.property("scene"), stage.view.property("hint")))
    assert told == [("attract", WORDS.hint_nothing_to_save), ("offering", WORDS.hint_use_code), ("saved", "")]
    assert (stage.view.property("side"), stage.view.property("keys")) == ("left", "1 taps a card")


def test_a_scene_keeps_its_content_while_another_one_is_on_the_glass(open_screen: OpenScreen, shop: SampleShop) -> None:
    stage = open_screen("960x540").stage
    mug, candle = (shop.make_offer(sample) for sample in SAMPLES[:2])
    stage.show(Offering(mug, "de", "i", "s"))
    stage.show(Saved(candle, "en", "b"))
    titles = [view.property("title") for view in stage.view.findChildren(SceneView)]
    assert titles == ["", "Steinzeugbecher", "Scented candle", ""]


def test_each_scene_is_a_generation_of_its_own(open_screen: OpenScreen) -> None:
    stage = open_screen("960x540").stage
    still = Attract(None, None, "de", "i")
    first = stage.show(still)
    assert stage.show(still) == first + 1


def test_a_notice_is_told_with_its_text_and_leaves_the_scene_behind_it_as_it_was(open_screen: OpenScreen) -> None:
    stage = open_screen("960x540").stage
    stage.show(Attract(None, None, "de", "i"))
    stage.show(Notice(Bulletin({"": "Raus"}, Level.EMERGENCY), ("Raus", "Out"), "de", "i"))
    assert stage.view.property("scene") == "notice"
    (view,) = stage.view.findChildren(NoticeView)
    assert view.property("text") == "Raus\n\nOut"


def test_the_screens_name_is_told_while_somebody_asks_for_it(open_screen: OpenScreen) -> None:
    stage = open_screen("960x540", Place(name="berlin-mitte window-1")).stage
    told: list[object] = []
    for identify in (False, True, False):
        stage.show(Attract(None, None, "de", "i", identify=identify))
        told.append(stage.view.property("identity"))
    assert told == ["", "berlin-mitte window-1", ""]


def test_the_picture_stays_until_the_video_that_follows_it_has_its_first_frame(
    open_screen: OpenScreen, qtbot: QtBot
) -> None:
    stage = open_screen("320x180", ports=Ports(lambda _ref: GREEN)).stage
    stage.show(Attract(None, None, "de", "i"))
    still = stage.view.property("picture")
    film = Item("film", "video", media=MediaRef("a", "a", 1))
    stage.show(Attract(film, None, "de", "j"))
    assert stage.view.property("picture") == still
    qtbot.waitUntil(lambda: "/frame/" in str(stage.view.property("picture")), timeout=15_000)
    first = stage.view.property("picture")
    stage.show(Attract(film, None, "de", "j", hint=Hint.USE_CODE))
    assert stage.view.property("picture") == first
    stage.show(Notice(Bulletin({"": "Raus"}, Level.EMERGENCY), ("Raus",), "de", "k"))
    stage.show(Attract(None, None, "de", "l"))
    assert stage.view.property("picture") == still


def test_a_video_that_is_shown_first_of_all_has_the_still_before_it(open_screen: OpenScreen) -> None:
    stage = open_screen("320x180", ports=Ports(lambda _ref: GREEN)).stage
    stage.show(Attract(Item("film", "video", media=MediaRef("a", "a", 1)), None, "de", "j"))
    assert str(stage.view.property("picture")).endswith("/picture/still")
