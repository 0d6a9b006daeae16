from collections.abc import Callable
from datetime import UTC, datetime

from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.core.glass.scene import Attract, Dark
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.screen.views.ticker_view import GAP, PAGE_MS, TickerView
from kiosk.theming.shelf import find_theme
from tests.doubles.glass_items import find_window
from tests.screen.conftest import OpenScreen

STILL = Attract(None, None, "de", "i")
TEXTS = ("Heute bis 20 Uhr", "Kaffee im ersten Stock")
BAND = QRect(0, 336, 640, 24)
"""Of a glass of 640x360."""

Look = Callable[[Screen], QImage]


def open_ticker(open_screen: OpenScreen, *, reduced_motion: bool) -> Screen:
    """A screen on which nothing moves but a ticker, in one band with the bar."""
    shipped = find_theme(settings.Theme()).theme
    theme = replace(shipped, tokens=replace(shipped.tokens, crossfade_ms=0, bar="bottom", ticker="bottom"))
    ports = Ports(lambda _ref: None, tell_local=lambda: datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
    screen = open_screen("640x360", Place(brand="Lindner"), ports, theme, reduced_motion=reduced_motion)
    screen.stage.show(STILL)
    return screen


def await_rest(qtbot: QtBot) -> None:
    """Let the frames that are due come; fails if there is no end of them."""
    for _ in range(3):
        with qtbot.waitSignal(find_window().frameSwapped):
            find_window().update()
    with qtbot.assertNotEmitted(find_window().frameSwapped, wait=150):
        pass


def test_all_texts_are_on_one_line_that_follows_upon_itself_or_on_a_line_each() -> None:
    view = TickerView()
    view.run(TEXTS)
    assert view.property("belt") == f"{TEXTS[0]}{GAP}{TEXTS[1]}{GAP}"
    assert view.property("pages") == "\n".join(TEXTS)
    view.run(())
    assert (view.property("belt"), view.property("pages")) == ("", "")


def test_its_texts_pass_from_frame_to_frame_and_nothing_else_moves(
    open_screen: OpenScreen, look_at: Look, qtbot: QtBot
) -> None:
    screen = open_ticker(open_screen, reduced_motion=False)
    screen.stage.run_ticker(TEXTS)
    frames = [look_at(screen)]
    while len(frames) < 3:
        with qtbot.waitSignal(find_window().frameSwapped):
            pass
        frame = look_at(screen)
        if frame.copy(BAND) != frames[-1].copy(BAND):
            frames.append(frame)
    above = QRect(0, 0, 640, BAND.top())
    assert [frame.copy(above) == frames[0].copy(above) for frame in frames] == [True, True, True]


def test_with_reduced_motion_each_line_stands_still(open_screen: OpenScreen, look_at: Look, qtbot: QtBot) -> None:
    screen = open_ticker(open_screen, reduced_motion=True)
    screen.stage.run_ticker(TEXTS)
    first = look_at(screen)
    await_rest(qtbot)
    assert look_at(screen) == first
    assert PAGE_MS >= 3000


def test_it_says_something_only_where_there_is_something_to_say(open_screen: OpenScreen, look_at: Look) -> None:
    screen = open_ticker(open_screen, reduced_motion=True)
    empty = look_at(screen)
    screen.stage.run_ticker(TEXTS)
    assert look_at(screen) != empty
    screen.stage.run_ticker(())
    assert look_at(screen) == empty


def test_it_rests_in_the_night(open_screen: OpenScreen, qtbot: QtBot) -> None:
    screen = open_ticker(open_screen, reduced_motion=False)
    screen.stage.run_ticker(TEXTS)
    screen.stage.show(Dark("de", "i"))
    await_rest(qtbot)
