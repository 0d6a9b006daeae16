# ruff: noqa: INP001 # it lies on the machine as a program of its own
"""A still picture on the bare display, for as long as the screen itself cannot be started.

It needs neither compositor nor graphics driver nor settings, and reads one picture that ships with the screen.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPaintDevice, QPainter, QPaintEvent, QRasterWindow

GROUND = QColor(0x16, 0x1A, 0x1D)


def find_picture() -> Path:
    """The picture of the shop window that the sample shop plays."""
    return Path(sys.prefix) / "share/vitrine-kiosk/assets/pictures/vase-landscape.webp"


def paint_still(device: QPaintDevice, picture: QImage) -> None:
    """Fill the device with the picture, cut at its longer sides; without a picture with a calm colour."""
    painter = QPainter(device)
    area = QRectF(0, 0, device.width(), device.height())
    painter.fillRect(area, GROUND)
    if not picture.isNull():
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSizeF(picture.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(area.center())
        painter.drawImage(target, picture)
    painter.end()


class StillWindow(QRasterWindow):
    """Shows the one picture, whatever is pressed."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = picture
        self.setCursor(Qt.CursorShape.BlankCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 # Qt's own name
        """Qt asks for it."""
        paint_still(self, self._picture)


def main() -> int:
    """Show it until the service is stopped."""
    application = QGuiApplication(["vitrine-safe-screen"])
    window = StillWindow(QImage(str(find_picture())))
    window.showFullScreen()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
