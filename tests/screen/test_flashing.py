"""Proves that nothing flashes: the frames of a lively visit are looked at (WCAG 2.2, 2.3.1; EN 301 549, 9.2.3.1)."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Hint, Offering, Saved, Scene
from kiosk.places import find_shipped
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.theming.package import read_theme
from tests.doubles.flashes import count_flashes, read_cells
from tests.doubles.glass_items import find_window
from tests.screen.conftest import OpenScreen

SIZE = "480x270"
MOST_FLASHES = 3
BEAT_S = 0.45
"""Faster than anybody taps, and than any item of a loop may change."""


@pytest.fixture
def visit(shop: SampleShop) -> tuple[Scene, ...]:
    """Light and dark pictures by turns, an offer, a tap that fails, and one that keeps."""
    watch, knits, candle = (shop.make_offer(SAMPLES[number]) for number in (3, 7, 1))
    return (
        Attract(Item("a", "image", media=knits.image, media_portrait=knits.image_portrait), None, "de", "1"),
        Attract(Item("b", "image", media=candle.image, media_portrait=candle.image_portrait), None, "de", "2"),
        Offering(watch, "de", "3", "s", reader_ready=True),
        Offering(watch, "de", "3", "s", reader_ready=True, hint=Hint.HOLD_LONGER),
        Saved(watch, "de", "b"),
    )


def watch_frames(qtbot: QtBot, seconds: float) -> Iterator[tuple[float, QImage]]:
    """Every frame of so long, and when it was presented."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with qtbot.waitSignal(find_window().frameSwapped):
            find_window().update()
        yield time.monotonic(), find_window().grabWindow()


@pytest.mark.parametrize("theme", ["market", "contrast"])
def test_nothing_flashes_more_than_three_times_a_second(
    open_screen: OpenScreen, visit: tuple[Scene, ...], qtbot: QtBot, theme: str
) -> None:
    screen = open_screen(SIZE, theme=read_theme(find_shipped("themes") / theme), reduced_motion=False)
    times: list[float] = []
    cells: list[list[float]] = []
    for scene in visit:
        screen.stage.show(scene)
        for at, frame in watch_frames(qtbot, BEAT_S):
            times.append(at)
            cells.append(read_cells(frame))
    assert len(times) > 5 * len(visit), "the motion itself was seen"
    assert max(count_flashes(times, list(cell)) for cell in zip(*cells, strict=True)) <= MOST_FLASHES


def test_a_lamp_that_flickers_five_times_a_second_would_be_found() -> None:
    times = [number / 10 for number in range(30)]
    assert count_flashes(times, [number % 2 for number in range(30)]) == 5
    assert count_flashes(times, [0.5 + number % 2 * 0.05 for number in range(30)]) == 0
    assert count_flashes(times, [number / 30 for number in range(30)]) == 0
