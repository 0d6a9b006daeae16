from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from kiosk.bench import playing_bare
from kiosk.bench.bare import Pictures
from kiosk.bench.bare_window import BareWindow, open_window
from kiosk.bench.playing_bare import Reel
from kiosk.bench.side import Side
from kiosk.places import find_shipped
from tests.doubles.videos import VIOLET

PATIENCE_S = 30.0
ADDRESSES = ["image://bare/picture/0", "image://bare/picture/1"]


def draw_picture() -> QImage:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    return picture


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[BareWindow]:
    window = BareWindow(qapp, Pictures(), ADDRESSES, QQuickView())
    window.pictures.images = {address.removeprefix("image://bare/"): draw_picture() for address in ADDRESSES}
    window.view.engine().addImageProvider("bare", window.pictures)
    yield window
    shiboken6.delete(window.view)


@pytest.mark.qt_log_ignore("No RHI backend")  # Qt converts each frame by the processor, and says so
def test_the_film_follows_each_picture_and_the_next_picture_the_film(window: BareWindow, qtbot: QtBot) -> None:
    open_window(window, Path(playing_bare.__file__).with_suffix(".qml"), {})
    Reel(str(VIOLET), window)
    root = window.view.rootObject()

    def read_above() -> str:
        return str(root.property("above").toString())

    assert read_above() == ADDRESSES[0]
    qtbot.waitUntil(lambda: "frame" in read_above(), timeout=round(PATIENCE_S * 1000))
    assert len([name for name in window.pictures.images if "frame" in name]) == 1
    qtbot.waitUntil(lambda: read_above() == ADDRESSES[1], timeout=round(PATIENCE_S * 1000))


def test_it_says_frame_after_frame_and_ends_with_its_input() -> None:
    pictures = sorted((find_shipped("assets") / "pictures").glob("*-landscape.webp"))
    with Side("playing_bare", [str(VIOLET), *map(str, pictures[:2])]) as bare:
        first, second = bare.hear(PATIENCE_S), bare.hear(PATIENCE_S)

    assert first is not None
    assert second is not None
    assert first.at < second.at
