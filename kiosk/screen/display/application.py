"""The one Qt application, with what it reads from its environment."""

import os
from collections.abc import MutableMapping

from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.screen.display.renderer import WITHOUT_DISPLAY, choose_platform, choose_renderer
from kiosk.settings import Display

UNWANTED = ("QML_XHR_ALLOW_FILE_READ", "QML_XHR_ALLOW_FILE_WRITE", "QML_DISK_CACHE_PATH", "QML2_IMPORT_PATH")
"""Variables that would let QML read files, or load it from elsewhere."""

ALLOCATION_MB = 64
"""For one image: Qt refuses to decode what takes more."""


def make_application(display: Display, env: MutableMapping[str, str] = os.environ) -> QGuiApplication:
    """Make the one Qt application, with the renderer and platform that fit this machine.

    Without any display it renders offscreen. Changes `env`, which Qt reads. One that runs already stays as it is.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    platform = prepare_environment(env)
    if choose_renderer(display.renderer, platform) == "software":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    return QGuiApplication(["kiosk"])


def prepare_environment(env: MutableMapping[str, str]) -> str:
    """Set what Qt reads as it starts, and take away what would loosen it; answer the platform that it will use."""
    for name in UNWANTED:
        env.pop(name, None)
    env["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # Qt else waits 5 ms before each frame
    platform = choose_platform(env)
    if platform == WITHOUT_DISPLAY:
        env.setdefault("QT_QPA_PLATFORM", platform)
    return platform
