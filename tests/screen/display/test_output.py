import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QWindow
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.screen.display.output import OutputWatch, choose_output, measure_glass, measure_window

NAMES = ("HDMI-1", "DP-2", "3")


@pytest.mark.parametrize(
    ("wanted", "place"),
    [(None, 0), ("DP-2", 1), ("1", 0), ("2", 1), ("3", 2), ("4", None), ("0", None), ("VGA-1", None), ("", None)],
)
def test_a_display_is_chosen_by_its_name_or_else_its_number(wanted: str | None, place: int | None) -> None:
    assert choose_output(NAMES, wanted) == place


def test_without_any_display_none_is_chosen() -> None:
    assert choose_output((), None) is None


def test_what_is_drawn_is_as_large_as_the_window_as_the_scenes_see_it() -> None:
    window = QSize(1920, 1080)
    assert measure_glass(settings.Display(), window) == window
    assert measure_glass(settings.Display(rotation=90), window) == QSize(1080, 1920)
    assert measure_glass(settings.Display(pixel_shift=True), window) == QSize(1928, 1088)


def test_offscreen_a_window_has_the_size_of_the_settings(application: QGuiApplication) -> None:
    assert application.platformName() == "offscreen"
    assert measure_window(settings.Display(size="640x360")) == QSize(640, 360)


class Window(QWindow):
    """Says whether it was sent behind the others, which nothing offscreen can do."""

    def __init__(self) -> None:
        super().__init__()
        self.moves: list[str] = []

    def lower(self) -> None:
        self.moves.append("behind")

    def raise_(self) -> None:
        self.moves.append("before")


def test_a_window_fills_its_display_and_goes_behind_the_others_while_that_is_away(
    application: QGuiApplication, qtbot: QtBot
) -> None:
    told: list[QSize | None] = []
    window = Window()
    display = application.primaryScreen()
    OutputWatch(window, "1", told.append).fill()
    assert told == [display.size()]
    assert window.isVisible()

    away = OutputWatch(window, "DP-2", told.append)
    away.fill()
    assert (told[-1], window.moves) == (None, ["behind"])

    display.geometryChanged.emit(display.geometry())
    qtbot.waitUntil(lambda: len(told) == 4)
    window.close()
