"""The smallest Qt Quick program that fades pictures into each other without end, and says each of its frames.

`python -m kiosk.bench.fading_bare PICTURE ...`; all pictures are decoded beforehand.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView, QQuickWindow, QSGRendererInterface

from kiosk.bench.bare import SIZE, Pictures
from kiosk.bench.bare_offer import BareOffer
from kiosk.bench.endless import FADE_S
from kiosk.bench.frames_told import tell_frames
from kiosk.bench.leash import end_with_input
from kiosk.screen.display.application import prepare_environment
from kiosk.screen.display.renderer import choose_renderer


def main(files: list[str]) -> int:
    """Show the pictures until the bench is done."""
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
    addresses = [f"image://bare/picture/{number}" for number in range(len(files))]
    view.setInitialProperties({"pictures": addresses, "fadeMs": round(FADE_S * 1000)})
    view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_suffix(".qml"))))
    tell_frames(view)
    view.show()
    end_with_input()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
