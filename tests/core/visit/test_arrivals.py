import pytest

from kiosk.contract.check_in import CheckIn
from kiosk.contract.place import Place
from kiosk.core.effects import SendCheckIn
from kiosk.core.events import (
    SOMEBODY,
    BoardChanged,
    CatalogueChanged,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    VisitBegan,
    WentOut,
)
from kiosk.core.glass.scene import Hint, Notice, Offering
from kiosk.core.notice.bulletin import Board, Bulletin, Level
from kiosk.core.visit.arrivals import AGAIN_S
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from tests.doubles.shop_floor import BOOTS, MONDAY, POSTER, Play, make_shopper


def open_door(place: Place = "door") -> Play:
    play = Play.of_shop()
    play.send(CatalogueChanged(Catalogue((BOOTS,)), (POSTER,), place=place))
    return play


def come(play: Play, at: float, shopper: str = "anna") -> list[CheckIn]:
    effects = play.send(ShopperNear(shopper, "shoes", heard_at=at), at=at)
    return [effect.check_in for effect in effects if isinstance(effect, SendCheckIn)]


def test_who_comes_near_a_door_is_told_of_at_once_by_her_pseudonym() -> None:
    play = open_door()
    (told,) = come(play, 0.0)

    assert (told.shopper, told.credential, told.tapped_at) == ("anna", None, MONDAY)
    assert (told.store, told.screen) == ("berlin", "window-1")
    assert play.scene.hint is None


def test_she_is_greeted_by_no_name_once_it_is_known_that_she_just_came() -> None:
    play = open_door()
    come(play, 0.0)
    play.send(VisitBegan(), at=0.1)

    assert isinstance(play.scene, Offering)
    assert play.scene.hint is Hint.WELCOME


def test_who_steps_back_and_forth_is_told_of_once_in_a_while() -> None:
    play = open_door()
    told = [len(come(play, 0.0)), len(come(play, 5.0))]
    play.send(ShopperLeft("anna", "shoes"), at=6.0)
    told += [len(come(play, AGAIN_S - 1)), len(come(play, AGAIN_S))]

    assert told == [1, 0, 0, 1]


@pytest.mark.parametrize(("shopper", "place"), [("anna", ""), (SOMEBODY, "door"), ("stranger", "exit")])
def test_nobody_is_told_of_who_is_not_known_or_stands_at_no_door(shopper: str, place: Place) -> None:
    assert come(open_door(place), 0.0, shopper) == []


def test_who_withdraws_is_forgotten_here_too() -> None:
    play = open_door()
    come(play, 0.0)
    play.send(ShoppersChanged(Crowd({"ben": make_shopper("ben")})), at=1.0)
    assert play.floor.visit.greeted == ()

    play.send(ShoppersChanged(Crowd({"anna": make_shopper("anna")})), at=2.0)
    assert len(come(play, 3.0)) == 1


def test_at_an_exit_she_is_bid_farewell_once_it_is_known_that_she_goes() -> None:
    play = open_door("exit")
    told = come(play, 0.0)
    before = play.scene.hint
    play.send(WentOut(), at=0.1)

    assert [one.shopper for one in told] == ["anna"]
    assert (before, play.scene.hint) == (None, Hint.FAREWELL)


def test_under_a_notice_nobody_is_greeted() -> None:
    play = open_door()
    play.send(BoardChanged(Board(Bulletin({"de": "Feuer"}, Level.EMERGENCY)), heard_at=0.0))
    play.send(VisitBegan())

    assert isinstance(play.scene, Notice)
