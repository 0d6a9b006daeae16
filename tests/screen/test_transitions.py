"""Proves of each transition that no frame of it shows a gap: every frame is looked at, from edge to edge."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Offering
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.shelf import find_theme
from tests.doubles.glass_items import find_window

CHANGES = 12
DURATION_MS = 120
SIZE = "320x180"
COLOURS = ("#d01020", "#10a030", "#2040e0")
REFS = {colour: MediaRef(colour, f"{number:064x}", 1) for number, colour in enumerate(COLOURS)}

OpenWith = Callable[[str], Screen]


@pytest.fixture
def open_with(application: QGuiApplication, tmp_path: Path) -> Iterator[OpenWith]:
    """Opens a screen whose theme has this transition, and whose pictures are of one colour each."""
    opened: list[Screen] = []
    for colour in COLOURS:
        picture = QImage(64, 36, QImage.Format.Format_RGB32)
        picture.fill(QColor(colour))
        assert picture.save(str(tmp_path / f"{colour}.png"))

    def open_one(transition: str) -> Screen:
        theme = find_theme(settings.Theme()).theme
        tokens = replace(theme.tokens, transition=transition, crossfade_ms=0 if transition == "cut" else DURATION_MS)
        display = settings.Display(fullscreen=False, size=SIZE)
        ports = Ports(lambda ref: tmp_path / f"{ref.url}.png")
        screen = Screen(display, replace(theme, tokens=tokens), Place(), ports)
        screen.show(fullscreen=False)
        opened.append(screen)
        return screen

    yield open_one
    for screen in opened:
        screen.close()
    application.processEvents()


def show(screen: Screen, number: int) -> str:
    """Put the next poster on the glass; answer its colour."""
    colour = COLOURS[number % len(COLOURS)]
    screen.stage.show(Attract(Item(f"{number}", "image", media=REFS[colour]), None, "de", f"i-{number}"))
    return colour


def read_row(qtbot: QtBot) -> list[str]:
    """The colours along the next frame, from left to right."""
    with qtbot.waitSignal(find_window().frameSwapped):
        find_window().update()
    frame = find_window().grabWindow()
    return [frame.pixelColor(x, 90).name() for x in range(frame.width())]


def watch_change(qtbot: QtBot, colour: str) -> list[list[str]]:
    """Every frame until all of it has this colour."""
    rows = [read_row(qtbot)]
    while set(rows[-1]) != {colour}:
        rows.append(read_row(qtbot))
    return rows


def test_a_slide_covers_the_picture_before_from_the_right_and_nothing_lies_between(
    open_with: OpenWith, qtbot: QtBot
) -> None:
    screen = open_with("slide")
    last = show(screen, 0)
    watch_change(qtbot, last)
    partial = 0
    for number in range(1, CHANGES):
        next_ = show(screen, number)
        rows = watch_change(qtbot, next_)
        runs = [[colour for colour, _ in groupby(row)] for row in rows]
        assert all(run in ([last], [last, next_], [next_]) for run in runs)
        covered = [row.count(next_) for row in rows]
        assert covered == sorted(covered), "it goes on, and never back"
        partial += runs.count([last, next_])
        last = next_
    assert partial >= CHANGES - 1, "frames from within the slide were seen"


def test_a_cut_is_there_in_its_first_frame(open_with: OpenWith, qtbot: QtBot) -> None:
    screen = open_with("cut")
    for number in range(CHANGES):
        assert len(watch_change(qtbot, show(screen, number))) == 1


def test_a_crossfade_has_one_shade_from_edge_to_edge_in_every_frame(open_with: OpenWith, qtbot: QtBot) -> None:
    screen = open_with("crossfade")
    watch_change(qtbot, show(screen, 0))
    rows = [row for number in range(1, CHANGES) for row in watch_change(qtbot, show(screen, number))]
    assert all(len(set(row)) == 1 for row in rows)
    assert len(rows) > CHANGES


@pytest.mark.parametrize("transition", ["cut", "crossfade", "slide"])
def test_an_offer_waits_for_no_transition(open_with: OpenWith, qtbot: QtBot, transition: str) -> None:
    screen = open_with(transition)
    watch_change(qtbot, show(screen, 0))
    show(screen, 1)
    read_row(qtbot)
    screen.stage.show(Offering(Offer("o", {"de": "Vase"}, image=REFS[COLOURS[2]]), "de", "i", "s"))
    assert read_row(qtbot)[-40] == COLOURS[2]


def test_a_picture_that_comes_while_another_one_is_on_its_way_leaves_no_gap(open_with: OpenWith, qtbot: QtBot) -> None:
    screen = open_with("slide")
    watch_change(qtbot, show(screen, 0))
    for number in range(1, CHANGES):
        show(screen, number)
        row = read_row(qtbot)
        assert set(row) <= {COLOURS[number % 3], COLOURS[(number - 1) % 3]}, "what was on its way is there at once"
