"""The smallest Qt Quick program that fades pictures and a film into each other, and says each of its frames.

`python -m kiosk.bench.playing_bare FILM PICTURE ...`; all pictures are decoded beforehand. Qt's own player decodes the
film, in this process; its frames are shown as pictures, for without graphics hardware Qt's item for videos stays black.
"""

import sys
from itertools import count, cycle
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

from kiosk.bench.bare_window import FADE_MS, BareWindow, make_window, open_window
from kiosk.bench.leash import end_with_input


class Reel(QObject):
    """Fades the film in as soon as a picture stands, and the next picture as soon as the film has ended."""

    def __init__(self, film: str, window: BareWindow) -> None:
        super().__init__(window.view)
        self._images = window.pictures.images
        self._addresses = cycle(window.addresses)
        self._root = window.view.rootObject()
        self._turns, self._frames = count(1), count(1)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._show_frame)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.mediaStatusChanged.connect(self._take_status)
        self._player.setSource(QUrl.fromLocalFile(film))
        self._show_picture()

    def _show_picture(self) -> None:
        self._turn()
        self._root.setProperty("above", next(self._addresses))
        QTimer.singleShot(FADE_MS, self, self._show_film)

    def _show_film(self) -> None:
        self._turn()
        self._player.play()

    def _turn(self) -> None:
        self._root.setProperty("below", self._root.property("above"))
        self._root.setProperty("turn", next(self._turns))

    def _show_frame(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        number = next(self._frames)
        self._images[f"frame/{number}"] = frame.toImage()
        self._root.setProperty("above", f"image://bare/frame/{number}")
        self._images.pop(f"frame/{number - 1}", None)

    def _take_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._show_picture()


def main(film: str, *files: str) -> int:
    """Show the pictures and the film until the bench is done."""
    window = make_window(files)
    open_window(window, Path(__file__).with_suffix(".qml"), {})
    Reel(film, window)
    end_with_input()
    return window.application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
