"""The process that draws one drawing on trial: it may take so much memory and time, and then it is ended."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.screen.images.bounded import bind_process
from kiosk.screen.images.mount import Mount
from kiosk.screen.images.pictures import read_picture

GLASS = QSize(1920, 1080)
MOST_MEMORY = 2 * 1024 * 1024 * 1024
"""Bytes of address space; each layer that is see-through takes 8 MB of it."""
MOST_SECONDS = 5
"""Of the processor: so long the loop's next picture may wait for this one, at each start."""


def main() -> None:
    """Draw the file that the command line names as the screen draws it, and end with 0 where that can be done."""
    bind_process(MOST_MEMORY, MOST_SECONDS)
    _application = QGuiApplication(["drawing", "-platform", "offscreen"])  # which has the typefaces
    glass = QRect(QPoint(0, 0), GLASS)
    drawn = read_picture(Path(sys.argv[1]), Mount(GLASS, glass, glass, QColor("black"), framed=False))
    sys.exit(drawn is None)


if __name__ == "__main__":
    main()
