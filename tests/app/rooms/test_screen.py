from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.app.observer import Observer
from kiosk.app.rooms.screen import Listeners, make_screen
from kiosk.core.glass.scene import Attract
from kiosk.screen.screen import Screen
from kiosk.theming.shelf import find_theme
from tests.app.test_loop_source import open_givens

STILL = Attract(None, None, "de", "i-1")


def open_room(folder: Path, *words: str) -> Screen:
    """A screen of these settings, whose frames nobody waits for."""
    givens = open_givens(folder, *words)
    listeners = Listeners(lambda _generation, _at: None, lambda _sha256: None)
    theme = find_theme(givens.settings.theme).theme
    return make_screen(givens, theme, Observer(keys="Q ends it"), listeners, STILL)


def test_a_screen_stands_in_its_own_place(tmp_path: Path, qtbot: QtBot) -> None:  # noqa: ARG001 # it makes the application
    screen = open_room(tmp_path, "store.name=Nordlicht", "nfc.side=left")
    view = screen.stage.view

    told = [view.property(name) for name in ("brand", "side", "keys")]
    assert told == ["Nordlicht", "left", "Q ends it"]
    screen.close()
