from kiosk.contract.instant import NEVER
from kiosk.core.events import BookmarkSaved, CardRefused, CardTapped, ShopperNear, Ticked
from kiosk.core.glass.scene import Attract, Hint, Offering, Saved
from kiosk.core.tap_problem import TapProblem
from tests.doubles.shop_floor import CARD, Play


def near(shopper: str) -> ShopperNear:
    return ShopperNear(shopper, "shoes", heard_at=0.5)


def test_a_hint_goes_by_itself_and_leaves_the_scene() -> None:
    play = Play.of_shop()
    play.send(CardRefused(TapProblem.TORN, felt_at=1.0), at=1.0)
    assert play.scene.hint is Hint.HOLD_LONGER
    assert play.floor.wake_at == 6.0
    play.send(Ticked(), at=6.0)
    assert play.scene.hint is None
    assert play.floor.glass.hint_until == NEVER


def test_the_scene_waits_for_a_tap_that_is_on_its_way_to_disk() -> None:
    play = Play.of_shop()
    play.send(Ticked(), at=10.0)
    shown = play.scene
    play.send(CardTapped(CARD, felt_at=17.9), at=17.9)
    play.send(Ticked(), at=18.0)
    assert shown == play.scene
    assert play.floor.wake_at == 18.9
    play.send(Ticked(), at=18.9)
    assert shown != play.scene, "but not for ever"


def test_a_hint_stays_its_time_while_the_loop_goes_on() -> None:
    play = Play.of_shop()
    play.send(CardRefused(TapProblem.RANDOM_ID, felt_at=9.5), at=9.5)
    play.send(Ticked(), at=10.0)
    assert isinstance(play.scene, Attract)
    assert play.scene.item is not None
    assert (play.scene.item.id, play.scene.hint) == ("mug-item", Hint.USE_CODE)


def test_a_hint_that_there_is_nothing_to_keep_goes_as_soon_as_there_is_something() -> None:
    play = Play.of_shop()
    play.send(CardTapped(CARD, felt_at=9.5), at=9.5)
    play.send(Ticked(), at=10.0)
    assert play.scene.hint is None


def test_a_kept_offer_is_not_interrupted_by_someone_who_comes_near() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    play.send(CardTapped(CARD, felt_at=2.0), at=2.0)
    play.send(BookmarkSaved(play.floor.visit.kept[0].bookmark.id), at=2.1)
    play.send(near("ben"), at=3.0)
    assert isinstance(play.scene, Saved)
    play.send(Ticked(), at=17.1)
    assert isinstance(play.scene, Offering)


def test_the_loop_gives_way_to_an_offer_at_once() -> None:
    play = Play.of_shop()
    assert isinstance(play.scene, Attract)
    play.send(near("anna"), at=0.5)
    assert isinstance(play.scene, Offering)
