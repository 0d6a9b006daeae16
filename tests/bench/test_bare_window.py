from pathlib import Path

import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from kiosk.bench import fading_bare
from kiosk.bench.bare import Pictures
from kiosk.bench.bare_window import FADE_MS, BareWindow, open_window


def test_a_window_that_is_opened_fades_as_long_as_the_screen_and_has_frames(
    qapp: QGuiApplication, qtbot: QtBot
) -> None:
    window = BareWindow(qapp, Pictures(), [], QQuickView())
    with qtbot.waitSignal(window.view.frameSwapped):
        open_window(window, Path(fading_bare.__file__).with_suffix(".qml"), {"pictures": ["", ""]})
    assert window.view.rootObject().property("fadeMs") == FADE_MS
    shiboken6.delete(window.view)
