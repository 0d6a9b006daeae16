from datetime import timedelta

from kiosk.app.glass.foresight import Foresight
from kiosk.contract.instant import Instant
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Scene
from tests.doubles.shop_floor import MONDAY, MUG, PICTURE, POSTER, Play, let_end

NOW = Instant(1.0, MONDAY + timedelta(seconds=1), "fresh")
FILM = Item("film", "video", media=PICTURE, seconds=6)


def list_told(told: list[Scene]) -> list[str | None]:
    return [scene.item.id if isinstance(scene, Attract) and scene.item else None for scene in told]


def test_the_next_item_is_told_once_for_each_that_is_on_the_glass() -> None:
    told: list[Scene] = []
    foresight, play = Foresight(told.append), Play.of_shop((MUG,), (POSTER, FILM))
    foresight.look(play.floor, NOW)
    foresight.look(play.floor, NOW)
    assert list_told(told) == ["film"]


def test_a_loop_without_videos_is_told_of_only_when_it_loses_the_last_one() -> None:
    told: list[Scene] = []
    foresight = Foresight(told.append)
    plain, mixed = Play.of_shop((MUG,), (POSTER,)), Play.of_shop((MUG,), (POSTER, FILM))
    for play in (plain, mixed, plain):
        foresight.look(play.floor, NOW)
        foresight.look(let_end(play.floor, play.floor.glass.showing.ends_at + 1), NOW)
    assert list_told(told) == ["film", "film", "poster"]
