from datetime import timedelta

from kiosk.contract.instant import NEVER, Instant
from kiosk.contract.playlist import Item
from kiosk.core.foresight import foresee
from kiosk.core.glass.scene import Attract
from tests.doubles.shop_floor import MONDAY, MUG, PICTURE, POSTER, Play, let_end

NOW = Instant(1.0, MONDAY + timedelta(seconds=1), "fresh")
FILM = Item("film", "video", media=PICTURE, seconds=6)


def test_the_next_item_is_known_before_its_turn() -> None:
    play = Play.of_shop((MUG,), (POSTER, FILM))
    coming = foresee(play.floor, NOW)
    assert isinstance(coming, Attract)
    assert coming.item == FILM
    assert coming.impression == ""


def test_an_item_that_is_alone_goes_on() -> None:
    play = Play.of_shop((MUG,), (FILM,))
    coming = foresee(play.floor, NOW)
    assert isinstance(coming, Attract)
    assert isinstance(play.scene, Attract)
    assert coming.impression == play.scene.impression


def test_what_stays_for_ever_is_followed_by_nothing() -> None:
    play = Play.of_shop()
    assert foresee(let_end(play.floor, NEVER), NOW) is None
