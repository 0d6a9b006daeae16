import pytest
from pytestqt.qtbot import QtBot

from kiosk.screen.place import Place
from kiosk.screen.views.night_view import NightView
from kiosk.screen.views.stage_view import StageContent, StageView

pytestmark = pytest.mark.usefixtures("application")


def test_qml_hears_at_once_of_all_that_is_on_the_glass(qtbot: QtBot) -> None:
    view = StageView(Place())
    with qtbot.waitSignal(view.changed):
        view.fill(StageContent("saved", "image://a", hint="Bitte warten", identity="window-1"))
    told = [view.property(name) for name in ("scene", "picture", "hint", "identity", "fades", "seconds")]
    assert told == ["saved", "image://a", "Bitte warten", "window-1", False, 0.0]


def test_what_is_known_of_the_place_never_changes() -> None:
    view = StageView(Place("below", "1 taps a card", brand="Lindner", night_clock=True))
    view.fill(StageContent("dark"))
    assert [view.property(name) for name in ("side", "keys", "brand")] == ["below", "1 taps a card", "Lindner"]
    assert [night.property("clock") for night in view.findChildren(NightView)] == [True]
