import pytest

from kiosk.core.events import SOMEBODY, BookmarkSaved, CardTapped, ShopperLeft, ShopperNear, ShoppersChanged, Ticked
from kiosk.core.scene import Attract, Offering
from tests.doubles.shop_floor import BOOTS, CARD, MUG, POSTER, SOCKS, Play


def near(shopper: str, distance_m: float | None = 1.0) -> ShopperNear:
    return ShopperNear(shopper, "shoes", heard_at=0.0, distance_m=distance_m)


def test_the_nearest_of_two_who_wait_comes_first() -> None:
    play = Play.of_shop()
    play.send(near("anna", 0.5), at=1.0)
    play.send(near("ben", None), at=1.1)
    play.send(near("cleo", 1.8), at=1.2)
    play.send(Ticked(), at=7.1)
    assert isinstance(play.scene, Offering)
    assert play.scene.shopper == "cleo"


def test_an_offer_stays_its_least_time_though_somebody_waits() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    play.send(near("ben"), at=2.0)
    assert isinstance(play.scene, Offering)
    assert (play.scene.shopper, play.floor.wake_at) == ("anna", 7.0)
    play.send(Ticked(), at=7.0)
    assert play.scene.shopper == "ben"


def test_an_offer_goes_on_when_the_one_who_waited_left() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    play.send(near("ben"), at=2.0)
    play.send(ShopperLeft("ben", "shoes"), at=3.0)
    assert play.floor.wake_at == 46.0


def test_a_step_back_does_not_blank_the_offer() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    shown = play.scene
    play.send(ShopperLeft("anna", "shoes"), at=10.0)
    play.send(near("anna"), at=12.0)
    play.send(Ticked(), at=14.5)
    assert shown == play.scene


def test_the_offer_goes_a_moment_after_its_shopper() -> None:
    play = Play.of_shop()
    play.send(near("anna"), at=1.0)
    play.send(ShopperLeft("anna", "shoes"), at=10.0)
    assert (type(play.scene), play.floor.wake_at) == (Offering, 14.0)
    play.send(Ticked(), at=14.0)
    assert isinstance(play.scene, Attract)


def test_an_offer_that_nobody_keeps_gives_way_and_is_not_pressed_on_the_same_shopper() -> None:
    play = Play.of_shop((BOOTS, SOCKS, MUG), (POSTER,))
    play.send(near("anna"), at=1.0)
    play.send(Ticked(), at=46.0)
    assert isinstance(play.scene, Attract)
    play.send(near("anna"), at=50.0)
    assert isinstance(play.scene, Offering)
    assert play.scene.offer == SOCKS, "the boots are cooling down"


def test_whoever_kept_an_offer_gets_the_next_one() -> None:
    play = Play.of_shop((BOOTS, SOCKS, MUG), (POSTER,))
    play.send(near("anna"), at=1.0)
    play.send(near("ben"), at=1.1)
    play.send(CardTapped(CARD, felt_at=2.0), at=2.0)
    bookmark = play.floor.kept[0].bookmark.id
    play.send(BookmarkSaved(bookmark), at=2.1)
    assert [visitor.waiting for visitor in play.floor.visitors] == [True, True]


def test_a_shopper_who_is_not_on_the_list_is_nobody() -> None:
    play = Play.of_shop()
    loop = play.scene
    play.send(near("dora"), at=1.0)
    assert (loop, ()) == (play.scene, play.floor.visitors)


def test_somebody_unknown_is_shown_an_offer_for_everybody() -> None:
    play = Play.of_shop()
    play.send(near(SOMEBODY), at=1.0)
    assert isinstance(play.scene, Offering)
    assert (play.scene.offer, play.scene.shopper, play.scene.language) == (MUG, SOMEBODY, "de")
    play.send(ShopperLeft(SOMEBODY, "shoes"), at=20.0)
    play.send(Ticked(), at=24.0)
    assert isinstance(play.scene, Attract)


@pytest.mark.parametrize("first", ["anna", SOMEBODY])
def test_somebody_unknown_counts_only_alone(first: str) -> None:
    play = Play.of_shop()
    for second, shopper in enumerate(sorted(("anna", SOMEBODY), key=lambda who: who != first)):
        play.send(near(shopper, 0.5), at=1.0 + second)
    play.send(Ticked(), at=7.0)
    assert isinstance(play.scene, Offering)
    assert play.scene.shopper == "anna"
    play.send(Ticked(), at=55.0)
    assert isinstance(play.scene, Attract), "the radar sees anna, who had her offer"
    play.send(ShopperLeft("anna", "shoes"), at=60.0)
    assert len(play.floor.visitors) == 1


def test_a_new_list_of_shoppers_leaves_somebody_unknown_where_she_stands() -> None:
    play = Play.of_shop()
    play.send(near(SOMEBODY), at=1.0)
    shown = play.scene
    play.send(ShoppersChanged({}), at=2.0)
    assert (shown, 1) == (play.scene, len(play.floor.visitors))


def test_a_shopper_for_whom_there_is_no_offer_leaves_the_loop_alone() -> None:
    play = Play.of_shop((BOOTS,), (POSTER,))
    play.send(near("cleo"), at=1.0)
    assert isinstance(play.scene, Attract)
