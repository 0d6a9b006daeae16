from kiosk.contract.instant import NEVER
from kiosk.core.events import (
    BoardChanged,
    IdentityAsked,
    ShopperNear,
    Ticked,
)
from kiosk.core.glass.identity import IDENTIFY_S
from kiosk.core.glass.scene import Notice, Offering
from kiosk.core.notice.bulletin import Board, Bulletin
from tests.doubles.shop_floor import Play

ANNA = ShopperNear("anna", "shoes", heard_at=2.0)


def test_the_name_lies_over_whatever_comes_on_and_goes_after_a_while() -> None:
    play = Play.of_shop()
    play.send(IdentityAsked(), at=1.0)
    assert play.scene.identify
    play.send(ANNA, at=2.0)
    assert isinstance(play.scene, Offering)
    assert play.scene.identify
    play.send(Ticked(), at=1.0 + IDENTIFY_S)
    assert isinstance(play.scene, Offering)
    assert not play.scene.identify
    assert play.floor.glass.identify_until == NEVER


def test_the_core_wakes_up_to_take_it_away() -> None:
    play = Play.of_shop()
    play.send(IdentityAsked(), at=0.5)
    wake_at = play.floor.wake_at
    assert wake_at <= 0.5 + IDENTIFY_S
    for at in (10.0, 10.5):
        play.send(Ticked(), at=at)
    assert not play.scene.identify


def test_who_asks_again_sees_it_for_longer() -> None:
    play = Play.of_shop()
    play.send(IdentityAsked(), at=1.0)
    play.send(IdentityAsked(), at=8.0)
    play.send(Ticked(), at=12.0)
    assert play.scene.identify


def test_it_hides_no_notice_and_is_over_all_the_same() -> None:
    play = Play.of_shop()
    play.send(BoardChanged(Board(Bulletin({"": "Raus"})), heard_at=0.5), at=0.5)
    play.send(IdentityAsked(), at=1.0)
    assert isinstance(play.scene, Notice)
    assert not play.scene.identify
    assert play.floor.wake_at == 1.0 + IDENTIFY_S
    play.send(Ticked(), at=1.0 + IDENTIFY_S)
    assert play.floor.wake_at == NEVER
