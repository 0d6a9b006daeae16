from datetime import timedelta

import pytest
from msgspec.structs import replace

from kiosk.contract.offer import Validity
from kiosk.core.effects import AnnounceShown
from kiosk.core.events import CatalogueChanged, ShopperNear, ShowFailed, Ticked, Touched
from kiosk.core.glass.scene import Attract, Browsing, Offering
from kiosk.core.touch.pages import WARNING_S
from kiosk.core.wish import Wish
from kiosk.offers.catalogue import Catalogue
from tests.doubles.shop_floor import BOOTS, MONDAY, MUG, RULES, Play, make_offer

LAMP = make_offer("lamp", priority=3)
VASE = make_offer("vase", priority=1)


@pytest.fixture
def play() -> Play:
    """A shop with three offers for everybody, in this order: lamp, vase, mug; and boots for a few."""
    return Play.of_shop((MUG, VASE, LAMP, BOOTS))


def touch(play: Play, wish: Wish = Wish.BROWSE, at: float | None = None) -> Browsing:
    play.send(Touched(wish, play.time if at is None else at), at=at)
    assert isinstance(play.scene, Browsing)
    return play.scene


def test_a_touch_brings_the_first_offer_for_everybody_and_says_that_it_was_the_touch(play: Play) -> None:
    effects = play.send(Touched(Wish.BROWSE, felt_at=0.9), at=1.0)
    assert isinstance(play.scene, Browsing)
    assert (play.scene.offer, play.scene.place, play.scene.count) == (LAMP, 0, 3)
    assert effects == (AnnounceShown(play.scene.impression, "lamp", None, "touch", 0.9),)


def test_it_begins_at_the_offer_that_the_loop_shows() -> None:
    play = Play.of_shop((LAMP, MUG))
    play.send(Ticked(), at=10.0)
    assert touch(play, at=11.0).offer == MUG


def test_the_last_offer_leads_to_the_first_and_back(play: Play) -> None:
    seen = [touch(play, wish, at=float(time)).offer.id for time, wish in enumerate([Wish.BROWSE] + [Wish.NEXT] * 3, 1)]
    assert seen == ["lamp", "vase", "mug", "lamp"]
    assert touch(play, Wish.PREVIOUS, at=6.0).offer == MUG


def test_each_offer_is_an_impression_of_its_own_and_one_that_stays_is_not_said_again(play: Play) -> None:
    first = touch(play, at=1.0)
    assert play.send(Touched(Wish.LARGER, 2.0), at=2.0) == ()
    assert touch(play).impression == first.impression
    assert touch(play, Wish.NEXT, at=3.0).impression != first.impression


def test_after_long_without_a_touch_it_asks_and_then_the_loop_goes_on(play: Play) -> None:
    assert not touch(play, at=1.0).ending
    assert play.floor.wake_at == 1.0 + RULES.browse_s - WARNING_S
    play.send(Ticked(), at=play.floor.wake_at)
    assert isinstance(play.scene, Browsing)
    assert play.scene.ending
    assert play.floor.wake_at == 1.0 + RULES.browse_s
    play.send(Ticked(), at=play.floor.wake_at)
    assert isinstance(play.scene, Attract)
    assert play.floor.touch.browse is None


def test_who_is_still_there_gets_all_the_time_again_as_often_as_she_likes(play: Play) -> None:
    touch(play, at=1.0)
    for _ in range(12):
        play.send(Ticked(), at=play.floor.wake_at)
        assert not touch(play, Wish.STAY, at=play.time + WARNING_S - 0.1).ending
    assert play.floor.wake_at == play.time + RULES.browse_s - WARNING_S


def test_who_comes_near_waits_until_nobody_touches_any_more(play: Play) -> None:
    touch(play, at=1.0)
    play.send(ShopperNear("anna", "shoes", heard_at=2.0), at=2.0)
    assert isinstance(play.scene, Browsing)
    play.send(Touched(Wish.LEAVE, 3.0), at=3.0)
    assert isinstance(play.scene, Offering)


def test_an_offer_that_is_gone_gives_way_to_the_first(play: Play) -> None:
    touch(play, at=1.0)
    touch(play, Wish.NEXT, at=2.0)
    play.send(CatalogueChanged(Catalogue((MUG, LAMP)), ()), at=3.0)
    assert isinstance(play.scene, Browsing)
    assert (play.scene.offer, play.scene.count) == (LAMP, 2)


def test_an_offer_that_changed_is_shown_and_kept_as_it_is_now(play: Play) -> None:
    before = touch(play, at=1.0)
    changed = replace(LAMP, link="https://shop.example/lamp")
    play.send(CatalogueChanged(Catalogue((changed, MUG)), ()), at=2.0)
    assert isinstance(play.scene, Browsing)
    assert (play.scene.offer, play.scene.impression) == (changed, before.impression)


def test_one_that_cannot_be_drawn_is_left_out(play: Play) -> None:
    touch(play, at=1.0)
    play.send(ShowFailed("lamp", None), at=1.1)
    assert isinstance(play.scene, Browsing)
    assert (play.scene.offer, play.scene.count) == (VASE, 2)


def test_without_an_offer_for_everybody_a_touch_changes_nothing() -> None:
    play = Play.of_shop((BOOTS,))
    before = play.scene
    play.send(Touched(Wish.BROWSE, 1.0), at=1.0)
    assert play.scene == before


def test_when_the_last_offer_ends_while_it_is_turned_to_the_loop_goes_on() -> None:
    until = MONDAY + timedelta(seconds=5)
    play = Play.of_shop((replace(LAMP, valid=Validity(until=until)),))
    touch(play, at=1.0)
    play.send(Touched(Wish.NEXT, 6.0), at=6.0)
    assert isinstance(play.scene, Attract)


def test_a_picture_is_no_condition_for_being_looked_at() -> None:
    play = Play.of_shop((replace(VASE, image=None), LAMP))
    assert touch(play, at=1.0).count == 2
