from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.glass.hands import serve_hands_and_ears
from kiosk.core.events import CodeScanned, Event, Touched
from kiosk.core.wish import Wish
from kiosk.shop.scanner import type_code
from tests.app.rooms.test_screen import open_room
from tests.doubles.settings import make_settings


@pytest.mark.parametrize(("touch", "wishes"), [("on", [Wish.BROWSE]), ("off", [])])
def test_what_is_touched_is_told_as_a_wish_where_that_is_wanted(
    touch: str,
    wishes: list[Wish],
    tmp_path: Path,
    qtbot: QtBot,  # noqa: ARG001 # it makes the application
) -> None:
    posted: list[Event] = []
    screen, settings = open_room(tmp_path), make_settings(tmp_path, f"display.touch={touch}", "display.sound=false")
    serve_hands_and_ears(screen, settings, posted.append)
    screen.stage.view.controls.ask("browse")
    screen.close()

    assert [event.wish for event in posted if isinstance(event, Touched)] == wishes


@pytest.mark.parametrize(("device", "codes"), [("keyboard", ["4012345000016"]), ("none", [])])
def test_what_is_scanned_is_told_where_there_is_a_scanner(
    device: str,
    codes: list[str],
    tmp_path: Path,
    qtbot: QtBot,  # noqa: ARG001 # it makes the application
) -> None:
    posted: list[Event] = []
    screen, settings = open_room(tmp_path), make_settings(tmp_path, f"scanner.device={device}", "display.sound=false")
    screen.show(fullscreen=False)
    serve_hands_and_ears(screen, settings, posted.append)
    type_code("4012345000016")
    screen.close()

    assert [event.text for event in posted if isinstance(event, CodeScanned)] == codes
