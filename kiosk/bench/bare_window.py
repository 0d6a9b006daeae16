"""A window with nothing but pictures: what the two bare programs share that play a loop."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView, QQuickWindow, QSGRendererInterface

from kiosk.bench.bare import SIZE, Pictures
from kiosk.bench.bare_offer import BareOffer
from kiosk.bench.endless import FADE_S
from kiosk.bench.frames_told import tell_frames
from kiosk.screen.display.application import prepare_environment
from kiosk.screen.display.renderer import choose_renderer

FADE_MS = round(FADE_S * 1000)


@dataclass(frozen=True, slots=True)
class BareWindow:
    """`view` shows what of the `pictures` the QML asks for by these `addresses`; `application` must outlive it."""

    application: QGuiApplication
    pictures: Pictures
    addresses: list[str]
    view: QQuickView


def make_window(files: Sequence[str]) -> BareWindow:
    """Decode all pictures, with the renderer that the screen would take."""
    if choose_renderer("auto", prepare_environment(os.environ)) == "software":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    application = QGuiApplication(["bare"])
    pictures = Pictures()
    for number, file in enumerate(files):
        pictures.load(BareOffer(str(number), "", "", "", "", file))
    view = QQuickView()
    view.engine().addImageProvider("bare", pictures)
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(SIZE)
    return BareWindow(application, pictures, [f"image://bare/{name}" for name in pictures.images], view)


def open_window(window: BareWindow, qml: Path, properties: dict[str, object]) -> None:
    """Show this QML, which fades in `fadeMs`, and say each frame."""
    window.view.setInitialProperties({"fadeMs": FADE_MS, **properties})
    window.view.setSource(QUrl.fromLocalFile(str(qml)))
    tell_frames(window.view)
    window.view.show()
