import pytest

from kiosk.core.effects import DeclineScreenshot, TakeScreenshot
from kiosk.core.events import BookmarkSaved, CardTapped, ScreenshotAsked
from kiosk.core.glass.scene import Saved
from tests.doubles.shop_floor import CARD, Play


@pytest.mark.parametrize("kept", [False, True])
def test_a_picture_is_taken_unless_a_kept_offers_code_stands_there(*, kept: bool) -> None:
    play = Play.of_shop()
    play.bring(at=2.0)
    if kept:
        play.send(CardTapped(CARD, felt_at=3.0), at=3.0)
        play.send(BookmarkSaved(play.floor.visit.kept[0].bookmark.id), at=3.1)
        assert isinstance(play.scene, Saved)
    assert play.send(ScreenshotAsked("c-1")) == (DeclineScreenshot("c-1") if kept else TakeScreenshot("c-1"),)
